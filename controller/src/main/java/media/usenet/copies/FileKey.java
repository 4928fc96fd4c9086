package media.usenet.copies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/// Where a file's bytes are: its file system's device and its inode there. Names with the same key are hard links.
public record FileKey(long device, long inode) {

    /// @param attributes `dev` and `ino` among them, of the view `unix`
    static FileKey of(Map<String, Object> attributes) {
        return new FileKey((long) Objects.requireNonNull(attributes.get("dev")), (long)
                Objects.requireNonNull(attributes.get("ino")));
    }

    /// Of the file itself; links are not followed.
    public static FileKey of(Path file) throws IOException {
        var attributes = Files.readAttributes(file, "unix:dev,ino", LinkOption.NOFOLLOW_LINKS);
        return of(attributes);
    }
}
