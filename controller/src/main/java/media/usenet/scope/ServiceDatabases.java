package media.usenet.scope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import media.usenet.catalog.CatalogFiles;
import media.usenet.catalog.ServiceDefinition;
import media.usenet.catalog.ServiceDefinition.PostgresDatabase;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.OutputLine;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.postgres.PgCommand;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.services.StackSwitch;
import media.usenet.staging.Recipe;
import media.usenet.staging.Source;

/// What services keep in a PostgreSQL of their own: dumped by the programs in its container, of its own version,
/// into the folder that is bound into it. A restore replaces that folder as a whole, so that a new, empty server
/// starts, and loads the dump into it.
public final class ServiceDatabases {

    private static final String FILE = "usenet.dump";

    private final CatalogFiles catalog;
    private final StackSwitch stack;
    private final DockerEngine engine;

    public ServiceDatabases(CatalogFiles catalog, StackSwitch stack, DockerEngine engine) {
        this.catalog = catalog;
        this.stack = stack;
        this.engine = engine;
    }

    /// @param findings is told of those that cannot be dumped
    /// @return where the dumps lie, until [#forget]
    public List<Source> dump(Collection<String> services, Path apps, List<Finding> findings) {
        var sources = new ArrayList<Source>();
        for (var name : services) {
            definition(name).ifPresent(database -> {
                var folder = apps.resolve(database.container());
                if (Files.isDirectory(folder) && dumped(name, database, folder, findings)) {
                    sources.add(new Source(
                            Scope.APPS + "/" + database.container(),
                            database.container(),
                            folder,
                            Recipe.of(List.of(FILE), List.of())));
                }
            });
        }
        return sources;
    }

    private boolean dumped(String service, PostgresDatabase database, Path folder, List<Finding> findings) {
        try {
            remove(folder.resolve(FILE));
            run(database, PgCommand.as(database.user()).dump(database.database(), inside(database)));
            return true;
        } catch (ProblemException e) {
            findings.add(new Finding(
                    "BACKUP_NOT_DUMPED",
                    Severity.ERROR,
                    "the database of %s is not in the backup: %s".formatted(service, e.detail()),
                    e.remedy()));
            return false;
        }
    }

    public void forget(List<Source> dumps) {
        dumps.forEach(dump -> remove(dump.root().resolve(FILE)));
    }

    /// The containers of PostgreSQL among those that have a dump to load.
    public List<String> waiting(Collection<String> containers, Path apps) {
        return containers.stream()
                .filter(name -> Files.exists(apps.resolve(name).resolve(FILE)))
                .filter(name -> byContainer(name).isPresent())
                .toList();
    }

    /// The service that keeps its data in a container.
    public String owner(String container) {
        return byContainer(container).map(ServiceDefinition::name).orElseThrow();
    }

    /// Loads the dump into the server that has started in its container.
    ///
    /// @throws ProblemException when it cannot be loaded: the database is then empty
    public void load(String container, Path apps) {
        var database = byContainer(container).orElseThrow().backup().postgres().orElseThrow();
        run(database, PgCommand.as(database.user()).load(database.database(), inside(database)));
        remove(apps.resolve(container).resolve(FILE));
    }

    private void run(PostgresDatabase database, List<String> argv) {
        var printed = new CopyOnWriteArrayList<OutputLine>();
        int code = engine.exec(container(database.container()), argv, printed::add);
        if (code != 0) {
            var last =
                    printed.isEmpty() ? "exit code " + code : printed.getLast().text();
            throw new ProblemException(
                    Problem.SERVICE_NOT_RUNNING,
                    "%s in %s failed: %s".formatted(argv.getFirst(), database.container(), last),
                    "see its log: usenet services logs " + database.container());
        }
    }

    private Container container(String name) {
        return stack.containers().stream()
                .filter(container -> container.service().equals(name) && container.running())
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.SERVICE_NOT_RUNNING,
                        name + " does not run",
                        "start it, then back up again: usenet services start " + name));
    }

    private Optional<PostgresDatabase> definition(String service) {
        return catalog.load()
                .find(service)
                .flatMap(definition -> definition.backup().postgres());
    }

    private Optional<ServiceDefinition> byContainer(String container) {
        return catalog.load().all().stream()
                .filter(definition -> definition
                        .backup()
                        .postgres()
                        .filter(database -> database.container().equals(container))
                        .isPresent())
                .findFirst();
    }

    private static String inside(PostgresDatabase database) {
        return database.folder() + "/" + FILE;
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN, "cannot remove " + file, "check its permissions, and remove it", e);
        }
    }
}
