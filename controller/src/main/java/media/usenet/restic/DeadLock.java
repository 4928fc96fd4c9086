package media.usenet.restic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// A lock that a killed restic has left, as the one that meets it tells: `repository is already locked exclusively
/// by PID 4711 on nas by root (UID 0, GID 0)`.
final class DeadLock {

    private static final Pattern HOLDER = Pattern.compile("locked (?:exclusively )?by PID (\\d+) on (\\S+) by ");
    private static final Path OWN_NAME = Path.of("/proc/sys/kernel/hostname");

    private DeadLock() {}

    /// Whether this machine made it, and who did is no more. Of other machines nobody here can know.
    static boolean isOurs(String error) {
        var match = HOLDER.matcher(error);
        return match.find()
                && match.group(2).equals(hostname())
                && ProcessHandle.of(Long.parseLong(match.group(1))).isEmpty();
    }

    private static String hostname() {
        try {
            return Files.readString(OWN_NAME).strip();
        } catch (IOException _) {
            // Not a Linux: then no lock is known to be ours.
            return "";
        }
    }
}
