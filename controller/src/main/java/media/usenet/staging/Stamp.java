package media.usenet.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// By what a file is known to be the same as before: any write changes one of these.
///
/// @param modified nanoseconds since 1970
/// @param changed when its inode last changed; no program can set it back
record Stamp(long size, long modified, long changed, long inode) {

    static final Stamp ABSENT = new Stamp(-1, 0, 0, 0);

    static Stamp of(Map<String, Object> attributes) {
        return new Stamp(
                number(attributes, "size"),
                nanos(attributes, "lastModifiedTime"),
                nanos(attributes, "ctime"),
                number(attributes, "ino"));
    }

    /// What is at the path now; [#ABSENT] for nothing.
    static Stamp of(Path path) throws IOException {
        try {
            return of(attributes(path));
        } catch (NoSuchFileException _) {
            return ABSENT;
        }
    }

    static Map<String, Object> attributes(Path path) throws IOException {
        return Files.readAttributes(
                path, "unix:size,lastModifiedTime,ctime,ino,mode,uid,gid", LinkOption.NOFOLLOW_LINKS);
    }

    static long number(Map<String, Object> attributes, String name) {
        return ((Number) Objects.requireNonNull(attributes.get(name))).longValue();
    }

    private static long nanos(Map<String, Object> attributes, String name) {
        return ((FileTime) Objects.requireNonNull(attributes.get(name))).to(TimeUnit.NANOSECONDS);
    }
}
