package media.usenet.scope;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import media.usenet.catalog.CatalogFiles;
import media.usenet.catalog.ServiceDefinition;
import media.usenet.host.ProgramFolders;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.scope.BackupType.Extent;
import media.usenet.settings.SettingsFolder;
import media.usenet.staging.Recipe;
import media.usenet.staging.Source;
import media.usenet.yaml.Spelling;

/// Which folders of this machine belong to a backup, and what of them.
public final class Scope {

    public static final String SETTINGS = "settings";
    public static final String STATE = "state";
    public static final String APPS = "apps";

    /// The controller's own, as a file.
    public static final String DATABASE = "database";

    /// The password of a destination must not lie in that destination: with it, it opens itself.
    public static final Recipe WITHOUT_KEYS = Recipe.of(List.of("."), List.of("*.key"));

    /// What the controller keeps and could not make again: secrets, the generated stack, the drives it knows.
    private static final Recipe OWN =
            Recipe.of(List.of("secrets", "stack", "drives.json", "storage", "webhook.key"), List.of());

    private final ProgramFolders folders;
    private final SettingsFolder settings;
    private final CatalogFiles catalog;

    public Scope(ProgramFolders folders, SettingsFolder settings, CatalogFiles catalog) {
        this.folders = folders;
        this.settings = settings;
        this.catalog = catalog;
    }

    public Path settings() {
        return folders.settings();
    }

    public Path state() {
        return folders.state();
    }

    /// Where the applications' folders are by the settings of this moment.
    public Path apps() {
        return settings.current().folders().config();
    }

    /// @param services all that have a folder here where empty
    public List<Source> sources(BackupType type, List<String> services) {
        var sources = new ArrayList<Source>();
        if (type.services() != Extent.NONE) {
            for (var name : names(services)) {
                recipe(name, type)
                        .ifPresent(recipe ->
                                sources.add(new Source(APPS + "/" + name, name, apps().resolve(name), recipe)));
            }
        }
        if (type.settings()) {
            sources.add(new Source(
                    SETTINGS,
                    SETTINGS,
                    folders.settings(),
                    Recipe.of(List.of("."), List.of(".restore-*", "backups/*.key"))));
        }
        if (type.state()) {
            sources.add(new Source(STATE, STATE, folders.state(), OWN));
        }
        return sources;
    }

    /// How a service's files are taken; empty for one of which nothing is.
    public Optional<Recipe> recipe(String service, BackupType type) {
        return catalog.load()
                .find(service)
                .map(definition -> recipe(definition, type))
                .filter(recipe -> !recipe.include().isEmpty());
    }

    private static Recipe recipe(ServiceDefinition definition, BackupType type) {
        var backup = definition.backup();
        return new Recipe(
                type.services() == Extent.WHOLE ? List.of(".") : backup.include(),
                backup.exclude(),
                backup.hold(),
                backup.databases(),
                type.largestBytes());
    }

    /// The services, and the containers beside them that keep their data: a database goes with its service.
    public List<String> withCompanions(List<String> services) {
        var known = catalog.load();
        return services.stream()
                .flatMap(name -> Stream.concat(
                        Stream.of(name),
                        known.find(name).stream().flatMap(service -> service.containers().keySet().stream())))
                .distinct()
                .toList();
    }

    private List<String> names(List<String> services) {
        var known = catalog.load();
        for (var name : services) {
            if (known.find(name).isEmpty()) {
                throw new ProblemException(
                        Problem.SERVICE_NOT_FOUND,
                        "there is no service '%s'".formatted(name),
                        Spelling.nearest(name, known.services().keySet())
                                .map("did you mean %s?"::formatted)
                                .orElse("list them with: usenet services list --all"));
            }
        }
        var wanted = services.isEmpty() ? known.services().keySet() : services;
        return new TreeSet<>(wanted)
                .stream()
                        .filter(name -> !services.isEmpty() || java.nio.file.Files.isDirectory(apps().resolve(name)))
                        .toList();
    }
}
