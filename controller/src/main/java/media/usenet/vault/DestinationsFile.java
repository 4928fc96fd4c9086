package media.usenet.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import media.usenet.host.WholeFile;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.vault.Destination.Engine;
import media.usenet.yaml.YamlFile;
import media.usenet.yaml.YamlMap;

/// `destinations.yaml`, as the user wrote it, and `local`, which is always there.
///
/// @param settings the folder of the file and of keys
/// @param state the program's own folder: local archives
record DestinationsFile(Path settings, Path state) {

    private static final String LOCAL = Destinations.LOCAL;
    private static final String NAME = "[a-z0-9][a-z0-9-]*";

    Path path() {
        return settings.resolve("destinations.yaml");
    }

    /// @throws ProblemException `BACKUP_POLICY_INVALID` with every flaw
    List<Destination> all() {
        var all = new ArrayList<Destination>();
        if (Files.exists(path())) {
            var yaml = YamlFile.read(path());
            for (var name : yaml.orderedKeys()) {
                all.add(read(name, yaml.map(name)));
            }
            yaml.check(Problem.BACKUP_POLICY_INVALID, "correct the lines named in " + path());
        }
        if (all.stream().noneMatch(destination -> destination.name().equals(LOCAL))) {
            all.addFirst(local());
        }
        return List.copyOf(all);
    }

    /// On the same machine as the secrets it holds: encrypting it would only add a key that can be lost.
    private Destination local() {
        return new Destination(
                LOCAL, Engine.ARCHIVE, state.resolve("backups").toString(), false, key(LOCAL), Optional.empty());
    }

    private Destination read(String name, YamlMap yaml) {
        var engine = yaml.choice("engine", Engine.ARCHIVE);
        var place = yaml.requiredText("place");
        if (engine == Engine.ARCHIVE && !place.startsWith("/")) {
            yaml.flaw("place", "must be an absolute folder");
        }
        return new Destination(
                name,
                engine,
                place,
                yaml.flag("encrypt", true),
                yaml.text(engine == Engine.RESTIC ? "password-file" : "key-file")
                        .map(settings::resolve)
                        .orElse(key(name)),
                yaml.text("environment-file").map(settings::resolve),
                yaml.text("ssh-key-file").map(settings::resolve));
    }

    Path key(String name) {
        return settings.resolve(name + ".key");
    }

    /// Writes another destination at the end of `destinations.yaml`; what stands there stays.
    ///
    /// @throws ProblemException `BACKUP_POLICY_INVALID` when the name is taken or is none
    void add(String name, Engine engine, String place, boolean encrypt) {
        boolean taken = all().stream().anyMatch(other -> other.name().equals(name));
        if (!name.matches(NAME) || taken || place.contains("\n") || place.contains("'")) {
            throw new ProblemException(
                    Problem.BACKUP_POLICY_INVALID,
                    taken
                            ? "there is a destination '%s' already".formatted(name)
                            : "'%s' at '%s' is no destination".formatted(name, place),
                    "choose another name, of small letters, digits and dashes; change one in " + path());
        }
        var text = "%s:%n  engine: %s%n  place: '%s'%n%s"
                .formatted(
                        name,
                        engine.name().toLowerCase(Locale.ROOT),
                        place,
                        engine == Engine.ARCHIVE ? "  encrypt: " + encrypt + "\n" : "");
        WholeFile.edit(path(), before() + text);
    }

    private String before() {
        try {
            var text = Files.exists(path()) ? Files.readString(path()) : "";
            return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_READ, "cannot read " + path(), "check that it is a text file", e);
        }
    }
}
