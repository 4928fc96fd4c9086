package media.usenet.restic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where a restic repository is and what opens it. No password or key of it ever stands on a command line.
///
/// @param place as restic spells it: a folder, `sftp:user@host:/path`, `s3:https://host/bucket`, `rest:...`,
/// `rclone:...`
/// @param password the file that holds it
/// @param environment what the place wants beside it: `AWS_ACCESS_KEY_ID`, say
/// @param login by which a place behind SSH is reached; empty leaves that to the settings of `ssh` itself
public record Repository(
        String place, Path password, Path cache, Map<String, String> environment, Optional<SshLogin> login) {

    public Repository {
        environment = Map.copyOf(environment);
    }

    /// The place as it may be shown: an address may carry a password.
    public static String shown(String place) {
        return place.replaceAll("://[^/@\\s]*@", "://***@");
    }

    /// Whether it lies on a drive of this machine that is mounted for reading alone.
    boolean readOnly() {
        return folder().filter(Files::isDirectory)
                .filter(folder -> !Files.isWritable(folder))
                .isPresent();
    }

    /// Where it lies, if that is a folder of this machine.
    Optional<Path> folder() {
        var path = place.startsWith("local:") ? place.substring("local:".length()) : place;
        return path.startsWith("/") ? Optional.of(Path.of(path)) : Optional.empty();
    }

    @Override
    public String toString() {
        return shown(place);
    }
}
