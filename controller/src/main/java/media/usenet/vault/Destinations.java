package media.usenet.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.host.ProcessRunner;
import media.usenet.host.WholeFile;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.restic.Repository;
import media.usenet.restic.Restic;
import media.usenet.restic.SshLogin;
import media.usenet.vault.Destination.Engine;
import media.usenet.yaml.EnvFile;
import media.usenet.yaml.Spelling;

/// The places that backups go to: those that the user wrote into `destinations.yaml`, and `local`, which is
/// always there.
public final class Destinations {

    public static final String LOCAL = "local";

    private final ProcessRunner programs;
    private final Path settings;
    private final Path state;
    private final DestinationsFile file;

    /// @param settings the folder of `destinations.yaml` and of keys
    /// @param state the program's own folder: local archives, caches
    public Destinations(ProcessRunner programs, Path settings, Path state) {
        this.programs = programs;
        this.settings = settings;
        this.state = state;
        this.file = new DestinationsFile(settings, state);
    }

    public Path file() {
        return file.path();
    }

    /// @throws ProblemException `BACKUP_POLICY_INVALID` with every flaw
    public List<Destination> all() {
        return file.all();
    }

    /// Writes another destination at the end of `destinations.yaml`; what stands there stays.
    ///
    /// @throws ProblemException `BACKUP_POLICY_INVALID` when the name is taken or is none
    public Destination add(String name, Engine engine, String place, boolean encrypt) {
        file.add(name, engine, place, encrypt);
        return find(name);
    }

    /// @throws ProblemException `DESTINATION_NOT_FOUND`
    public Destination find(String name) {
        var all = all();
        return all.stream()
                .filter(destination -> destination.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.DESTINATION_NOT_FOUND,
                        "there is no destination '%s'".formatted(name),
                        Spelling.nearest(
                                        name,
                                        all.stream().map(Destination::name).toList())
                                .map("did you mean %s?"::formatted)
                                .orElse("list them: usenet backup destinations")));
    }

    public Vault open(String name) {
        return open(find(name));
    }

    public Vault open(Destination destination) {
        return switch (destination.engine()) {
            case ARCHIVE -> new ArchiveVault(destination);
            case RESTIC -> new ResticVault(destination, restic(destination), state.resolve("backup/scratch"));
        };
    }

    private Restic restic(Destination destination) {
        ensurePassword(destination.key());
        return new Restic(
                programs,
                new Repository(
                        destination.place(),
                        destination.key(),
                        state.resolve("backup/restic-cache"),
                        variables(destination),
                        destination.sshKey().map(key -> new SshLogin(key, settings.resolve("known_hosts")))));
    }

    private static void ensurePassword(Path file) {
        if (!Files.exists(file)) {
            var password = new byte[24];
            new java.security.SecureRandom().nextBytes(password);
            WholeFile.writePrivate(
                    file, java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(password) + "\n");
        }
    }

    private static Map<String, String> variables(Destination destination) {
        if (destination.environment().isEmpty()) {
            return Map.of();
        }
        var file = destination.environment().get();
        try {
            return EnvFile.parse(file.toString(), Files.readString(file)).variables();
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_READ,
                    "cannot read %s: %s".formatted(file, e.getMessage()),
                    "it holds what the destination wants, one NAME=value per line",
                    e);
        }
    }

    /// A place that is in no list: an archive, a folder of archives, or a repository, as `restore` is told it
    /// on a fresh machine.
    ///
    /// @param key the age identity or the password file
    public Vault at(String place, Optional<Path> key, Optional<Path> environment) {
        var path = place.startsWith("/") ? Path.of(place) : null;
        boolean archives = path != null && (Files.isRegularFile(path) || !Files.exists(path.resolve("config")));
        return open(new Destination(
                place,
                archives ? Engine.ARCHIVE : Engine.RESTIC,
                place,
                key.isPresent(),
                key.orElse(file.key(LOCAL)),
                environment));
    }
}
