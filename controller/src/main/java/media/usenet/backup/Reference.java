package media.usenet.backup;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.vault.Destination;
import media.usenet.vault.Destinations;
import media.usenet.vault.Stored;
import media.usenet.vault.Vault;
import org.jspecify.annotations.Nullable;

/// Which backup is meant.
///
/// @param backup its id or the beginning of it, its name, or `latest`, which null means too
/// @param destination where to look; everywhere where null
/// @param place an archive, a folder or a repository that is no destination of this machine
/// @param keyFile what opens the place: an age identity or a password file
/// @param environmentFile of variables that the place wants
record Reference(
        @Nullable String backup,
        @Nullable String destination,
        @Nullable String place,
        @Nullable String keyFile,
        @Nullable String environmentFile) {

    static Reference of(String backup) {
        return new Reference(backup, null, null, null, null);
    }

    /// A backup, and what it can be read with.
    record Meant(Vault vault, Stored stored) {}

    /// @throws ProblemException `BACKUP_NOT_FOUND`, also when several are meant
    Meant find(Destinations destinations) {
        var wanted = Objects.requireNonNullElse(backup, "latest");
        var found = vaults(destinations).stream()
                .flatMap(vault -> vault.list().stream().map(stored -> new Meant(vault, stored)))
                .filter(meant -> matches(meant.stored(), wanted))
                .sorted(Comparator.comparing((Meant meant) -> meant.stored().created())
                        .reversed())
                .toList();
        if (found.isEmpty()) {
            throw new ProblemException(
                    Problem.BACKUP_NOT_FOUND,
                    wanted.equals("latest") ? "there is no backup yet" : "there is no backup '%s'".formatted(wanted),
                    wanted.equals("latest") ? "usenet backup create" : "usenet backup list");
        }
        boolean one = wanted.equals("latest")
                || found.stream().map(meant -> meant.stored().id()).distinct().count() == 1;
        if (!one) {
            throw new ProblemException(
                    Problem.BACKUP_NOT_FOUND,
                    "'%s' means several backups".formatted(wanted),
                    "give more of its id: usenet backup list");
        }
        return found.getFirst();
    }

    private static boolean matches(Stored stored, String wanted) {
        return wanted.equals("latest")
                ? !stored.form().equals("seed")
                : stored.id().startsWith(wanted) || wanted.equals(stored.name());
    }

    private List<Vault> vaults(Destinations destinations) {
        if (place != null) {
            return List.of(destinations.at(place, path(keyFile), path(environmentFile)));
        }
        return destination != null
                ? List.of(destinations.open(destination))
                : destinations.all().stream()
                        .sorted(Comparator.comparing(Destination::engine))
                        .map(destinations::open)
                        .toList();
    }

    private static Optional<Path> path(@Nullable String text) {
        return Optional.ofNullable(text).map(Path::of);
    }
}
