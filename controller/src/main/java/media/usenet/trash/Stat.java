package media.usenet.trash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// A file as it is now; links are not followed.
///
/// @param changed when its inode was last touched: no program can set it back
record Stat(long device, long inode, long bytes, Instant modified, Instant changed, int links, boolean regular) {

    static Stat of(Path file) throws IOException {
        var now = Files.readAttributes(
                file, "unix:dev,ino,size,lastModifiedTime,ctime,nlink,isRegularFile", LinkOption.NOFOLLOW_LINKS);
        return new Stat(
                told(now, "dev", Long.class),
                told(now, "ino", Long.class),
                told(now, "size", Long.class),
                told(now, "lastModifiedTime", FileTime.class).toInstant(),
                told(now, "ctime", FileTime.class).toInstant(),
                told(now, "nlink", Integer.class),
                told(now, "isRegularFile", Boolean.class));
    }

    private static <T> T told(Map<String, Object> now, String attribute, Class<T> type) {
        return type.cast(Objects.requireNonNull(now.get(attribute), attribute));
    }

    boolean sameInodeAs(Stat other) {
        return device == other.device && inode == other.inode;
    }
}
