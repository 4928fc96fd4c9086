package media.usenet.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// What the file system says of a file, a folder or a link, as `stat` has it.
///
/// @param mode its kind and its permissions
record Inode(Stamp stamp, int mode, int uid, int gid) {

    private static final int TYPE = 0_170000;
    private static final int FILE = 0_100000;
    private static final int FOLDER = 0_040000;
    private static final int LINK = 0_120000;
    private static final int PERMISSIONS = 0_7777;

    /// Of what is at the path itself: links are not followed.
    static Inode of(Path path) throws IOException {
        var attributes = Files.readAttributes(
                path, "unix:size,lastModifiedTime,ctime,ino,mode,uid,gid", LinkOption.NOFOLLOW_LINKS);
        var stamp = new Stamp(
                number(attributes, "size"),
                nanos(attributes, "lastModifiedTime"),
                nanos(attributes, "ctime"),
                number(attributes, "ino"));
        return new Inode(stamp, (int) number(attributes, "mode"), (int) number(attributes, "uid"), (int)
                number(attributes, "gid"));
    }

    private static long number(Map<String, Object> attributes, String name) {
        return ((Number) Objects.requireNonNull(attributes.get(name))).longValue();
    }

    private static long nanos(Map<String, Object> attributes, String name) {
        return ((FileTime) Objects.requireNonNull(attributes.get(name))).to(TimeUnit.NANOSECONDS);
    }

    boolean file() {
        return (mode & TYPE) == FILE;
    }

    boolean folder() {
        return (mode & TYPE) == FOLDER;
    }

    boolean link() {
        return (mode & TYPE) == LINK;
    }

    int permissions() {
        return mode & PERMISSIONS;
    }
}
