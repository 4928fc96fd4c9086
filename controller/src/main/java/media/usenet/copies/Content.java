package media.usenet.copies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Objects;

/// One name of a regular file, and by what a change of it is noticed.
///
/// @param path absolute
/// @param modified as exactly as the file system keeps it
public record Content(Path path, long bytes, FileKey key, Instant modified) {

    private static final String LOOKED_AT = "unix:dev,ino,size,lastModifiedTime";

    public Content {
        if (!path.isAbsolute() || bytes < 0) {
            throw new IllegalArgumentException("not the place of a file's bytes: " + path + ", " + bytes + " bytes");
        }
    }

    /// The file as it is now; links are not followed.
    public static Content of(Path path) throws IOException {
        var seen = Files.readAttributes(path, LOOKED_AT, LinkOption.NOFOLLOW_LINKS);
        return new Content(
                path,
                (long) Objects.requireNonNull(seen.get("size")),
                FileKey.of(seen),
                ((FileTime) Objects.requireNonNull(seen.get("lastModifiedTime"))).toInstant());
    }

    /// Whether this is what the other was: the same inode, neither longer, shorter nor written to.
    public boolean isSameAs(Content other) {
        return key.equals(other.key) && bytes == other.bytes && modified.equals(other.modified);
    }
}
