package media.usenet.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The user that this program runs as, by number.
public record User(int uid, int gid) {

    public static User ofThisProcess() {
        try {
            var self = Files.readAttributes(Path.of("/proc/self"), "unix:uid,gid");
            return new User(
                    (int) Objects.requireNonNull(self.get("uid")), (int) Objects.requireNonNull(self.get("gid")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean root() {
        return uid == 0;
    }
}
