package media.usenet.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import media.usenet.archive.ArchiveFile;
import media.usenet.archive.ArchiveWriter;
import media.usenet.archive.Manifest;
import media.usenet.archive.Manifest.HostFacts;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.staging.Holding;
import media.usenet.staging.Recipe;
import media.usenet.staging.Source;
import media.usenet.staging.Stage;

/// Two applications and settings, a backup of them, and changes since.
final class RestoreRig {

    private static final Recipe RECIPE = Recipe.of(List.of("*.xml", "*.db", "plugins"), List.of("logs", "cache"));

    final Path folder;
    final Path state;
    final Path apps;
    final Path settings;
    final Path archive;

    RestoreRig(Path folder) {
        this.folder = folder;
        this.state = folder.resolve("state");
        this.apps = folder.resolve("apps");
        this.settings = folder.resolve("settings");
        this.archive = folder.resolve("backup.tar.zst");
    }

    /// Everything is `then`, and backed up so; afterwards everything is `now`.
    RestoreRig prepare() throws IOException, SQLException {
        write("then");
        backUp();
        write("now");
        Files.writeString(apps.resolve("sonarr/plugins/later.xml"), "only now");
        Files.writeString(settings.resolve("later.yaml"), "only now");
        return this;
    }

    private void write(String when) throws IOException, SQLException {
        for (var app : List.of("sonarr", "radarr")) {
            var home = Files.createDirectories(apps.resolve(app));
            Files.createDirectories(home.resolve("cache/posters"));
            Files.createDirectories(home.resolve("plugins"));
            Files.writeString(home.resolve("config.xml"), app + " " + when);
            Files.writeString(home.resolve("plugins/a.xml"), app + " " + when);
            Files.writeString(home.resolve("cache/posters/1.jpg"), app + " poster");
            Files.writeString(home.resolve("unknown.txt"), app + " unknown");
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve(app + ".db"));
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS t (a)");
                statement.execute("DELETE FROM t");
                statement.execute("INSERT INTO t VALUES ('%s')".formatted(when));
            }
        }
        Files.createDirectories(settings);
        Files.writeString(
                settings.resolve("stack.yaml"), "folders:\n  config: /var/lib/usenet/apps\nwhen: " + when + "\n");
    }

    private void backUp() throws IOException {
        var sources = List.of(
                new Source("apps/radarr", "radarr", apps.resolve("radarr"), RECIPE),
                new Source("apps/sonarr", "sonarr", apps.resolve("sonarr"), RECIPE),
                new Source("settings", "settings", settings, Recipe.of(List.of("."), List.of())));
        var staged = new Stage(folder.resolve("stage"), Holding.NONE).take(sources, (_, _) -> {});
        var manifest = new Manifest(
                1,
                "20261120T180000Z-abcd",
                Instant.parse("2026-11-20T18:00:00Z"),
                "config",
                null,
                null,
                null,
                "1.0",
                new HostFacts("box", "Debian", "6.1", "x86_64", 4, 8L << 30, ""),
                new Manifest.Owner(1000, 1000),
                Map.of(),
                List.of(),
                List.of(),
                staged.databases(),
                staged.entries(),
                staged.findings());
        new ArchiveWriter(staged.tree(), Optional.empty(), _ -> {}).write(manifest, archive);
    }

    List<Unit> units() {
        return List.of(
                new Unit("apps/sonarr", apps, apps.resolve("sonarr"), Optional.of("sonarr"), Optional.of(RECIPE)),
                new Unit("apps/radarr", apps, apps.resolve("radarr"), Optional.of("radarr"), Optional.of(RECIPE)),
                new Unit(
                        "settings/stack.yaml",
                        settings,
                        settings.resolve("stack.yaml"),
                        Optional.empty(),
                        Optional.empty()));
    }

    RestoreJournal journal() {
        return new RestoreJournal(state);
    }

    Restore.Done restore(Services services, Consumer<String> tell) {
        return restore(services, Rewrites.NONE, tell);
    }

    Restore.Done restore(Services services, Rewrites rewrites, Consumer<String> tell) {
        var file = new ArchiveFile(archive, Optional.empty());
        var restore = new Restore(
                file.manifest().orElseThrow(), units(), Ownership.AS_IT_WAS, rewrites, services, journal(), tell);
        return restore.run((wanted, target, onBytes) -> file.extract(target, wanted, onBytes));
    }

    /// What all files hold, or why they are neither the one state nor the other.
    String when() throws IOException, SQLException {
        var found = new HashSet<String>();
        for (var app : List.of("sonarr", "radarr")) {
            var home = apps.resolve(app);
            found.add(Files.readString(home.resolve("config.xml")).replace(app + " ", ""));
            found.add(Files.readString(home.resolve("plugins/a.xml")).replace(app + " ", ""));
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve(app + ".db"));
                    var rows = connection.createStatement().executeQuery("SELECT a FROM t")) {
                found.add(rows.getString(1));
            }
            require(Files.exists(home.resolve("cache/posters/1.jpg")), "no posters of " + app);
            require(Files.exists(home.resolve("unknown.txt")), "no unknown.txt of " + app);
        }
        found.add(Files.readString(settings.resolve("stack.yaml"))
                .lines()
                .filter(line -> line.startsWith("when: "))
                .map(line -> line.substring(6))
                .collect(Collectors.joining()));
        require(Files.exists(settings.resolve("later.yaml")), "no later.yaml");
        require(found.size() == 1, "a mix: " + found);
        var when = found.iterator().next();
        boolean later = Files.exists(apps.resolve("sonarr/plugins/later.xml"));
        require(later == when.equals("now"), "later.xml is " + (later ? "there" : "gone"));
        return when;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    /// Services that are only a set of names.
    static final class Names implements Services {

        private final Set<String> running = new HashSet<>(Set.of("sonarr"));
        private final String unwell;

        Names(String unwell) {
            this.unwell = unwell;
        }

        @Override
        public Set<String> running() {
            return Set.copyOf(running);
        }

        @Override
        public void stop(Collection<String> services, Consumer<String> tell) {
            tell.accept("stopping " + services);
            running.removeAll(services);
            tell.accept("stopped " + services);
        }

        @Override
        public void start(Collection<String> services, Consumer<String> tell) {
            tell.accept("starting " + services);
            if (services.contains(unwell) && running.isEmpty() && tries++ == 0) {
                throw new ProblemException(Problem.SERVICE_NOT_RUNNING, unwell + " does not get well", "see its log");
            }
            running.addAll(services);
            tell.accept("started " + services);
        }

        private int tries;

        @Override
        public Optional<Held> hold(String subject) {
            return Optional.empty();
        }
    }
}
