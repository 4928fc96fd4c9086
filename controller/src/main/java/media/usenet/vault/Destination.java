package media.usenet.vault;

import java.nio.file.Path;
import java.util.Optional;
import media.usenet.restic.Repository;

/// A place that backups go to, as the user wrote it down.
///
/// @param place a folder, for archives; as restic spells it, for restic
/// @param encrypt whether archives are encrypted; restic always does
/// @param key the age identity of archives, or the password file of a restic repository
/// @param environment a file of variables that the place wants
/// @param sshKey that a restic repository behind SSH is entered with; empty leaves that to the settings of `ssh`
public record Destination(
        String name,
        Engine engine,
        String place,
        boolean encrypt,
        Path key,
        Optional<Path> environment,
        Optional<Path> sshKey) {

    /// One that is reached without a key for SSH.
    public Destination(
            String name, Engine engine, String place, boolean encrypt, Path key, Optional<Path> environment) {
        this(name, engine, place, encrypt, key, environment, Optional.empty());
    }

    /// The place without the password that its address may carry.
    public String shown() {
        return Repository.shown(place);
    }

    @Override
    public String toString() {
        return name + " at " + shown();
    }

    public enum Engine {
        ARCHIVE,
        RESTIC
    }
}
