package media.usenet.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import media.usenet.problem.Flaw;
import media.usenet.staging.Holding;
import media.usenet.staging.Recipe;
import media.usenet.staging.Source;
import media.usenet.staging.Stage;
import media.usenet.staging.Staged;
import media.usenet.staging.StagedManifest;
import media.usenet.staging.UnderLoad;
import media.usenet.vault.Destination;
import media.usenet.vault.Destination.Engine;
import media.usenet.vault.Destinations;
import media.usenet.vault.Stored;

/// What a backup of a default stack's configuration costs, beside restic on the same staged files and `tar |
/// zstd` of all: 30 databases with 400 MB, 20,000 small files, posters and logs beside them. From the
/// repository's root:
///
/// ./mvnw -q -pl controller test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath &&
/// "$(./mvnw --jdk-home)/bin/java" -cp "controller/target/test-classes:controller/target/classes:$(cat \
/// controller/target/test.classpath)" media.usenet.backup.BackupBenchmark [RUNS_UNDER_LOAD]
public final class BackupBenchmark {

    private static final int DATABASES = 30;
    private static final int ROWS = 9_500;
    private static final int SMALL_FILES = 667;
    private static final int POSTERS = 300;
    private static final int UNCHANGED = 5;
    private static final Recipe RECIPE =
            Recipe.of(List.of("*.db", "conf.d", "config.xml"), List.of("MediaCover", "logs"));

    private final HostProcessRunner programs = new HostProcessRunner();
    private final Path folder;
    private final Path apps;
    private final Random random = new Random(7);

    private BackupBenchmark(Path folder) {
        this.folder = folder;
        this.apps = folder.resolve("apps");
    }

    /// @param args how many backups are made while every database is written
    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("backup-benchmark");
        try {
            new BackupBenchmark(folder).run(args.length == 0 ? 100 : Integer.parseInt(args[0]));
        } finally {
            new HostProcessRunner().run(Command.of(Duration.ofMinutes(5), "rm", "-rf", folder.toString()));
        }
    }

    private void run(int underLoad) throws Exception {
        generate();
        say("| what | wall s | CPU s | stored MB |");
        say("|---|---|---|---|");
        var vaults = new Destinations(programs, folder.resolve("settings"), folder.resolve("state"));
        var archive = vaults.open(new Destination(
                "a",
                Engine.ARCHIVE,
                folder.resolve("archives").toString(),
                true,
                folder.resolve("a.key"),
                Optional.empty()));
        var restic = vaults.open(new Destination(
                "r",
                Engine.RESTIC,
                folder.resolve("restic").toString(),
                true,
                folder.resolve("r.key"),
                Optional.empty()));
        Files.writeString(folder.resolve("peer.key"), "benchmark\n");

        var first = new Staged[1];
        var stored = new Stored[1];
        timed("first run: staged, databases checked", () -> first[0] = stage());
        var manifest = StagedManifest.of(first[0], "1");
        timed("first run: stored by restic", () -> stored[0] = restic.store(manifest, first[0].tree(), _ -> {}));
        peer(
                "peer: restic init and backup of the staged files",
                "restic init -q && restic backup -q " + first[0].tree());
        timed("first run: read back from restic", () -> require(restic.check(stored[0], null, _ -> {})));
        timed(
                "first run: stored in an encrypted archive",
                () -> stored[0] = archive.store(manifest, first[0].tree(), _ -> {}));
        timed("first run: the archive read back", () -> require(archive.check(stored[0], null, _ -> {})));
        peer(
                "peer: tar and zstd -3 of everything, posters and logs too",
                "tar -C %s -c . | zstd -3 -T0 -q -o %s".formatted(apps, folder.resolve("all.tar.zst")));

        for (int run = 0; run < UNCHANGED; run++) {
            var name = "unchanged-" + run;
            timed("unchanged: staged, stored by restic, read back", () -> {
                var same = stage();
                require(restic.check(
                        restic.store(StagedManifest.of(same, name), same.tree(), _ -> {}), same.copied(), _ -> {}));
            });
            peer("peer: restic backup of the unchanged staged files", "restic backup -q " + first[0].tree());
        }

        change();
        long ours = size(folder.resolve("restic"));
        long theirs = size(folder.resolve("peer"));
        timed("5 databases and 50 files changed: staged, stored, read back", () -> {
            var changed = stage();
            var third = restic.store(StagedManifest.of(changed, "3"), changed.tree(), _ -> {});
            require(restic.check(third, changed.copied(), _ -> {}));
        });
        peer("peer: restic backup of the changed staged files", "restic backup -q " + first[0].tree());
        say("| bytes added by the change: ours %.1f MB, restic alone %.1f MB | | | |"
                .formatted(mb(size(folder.resolve("restic")) - ours), mb(size(folder.resolve("peer")) - theirs)));
        underLoad(underLoad);
    }

    private void underLoad(int runs) throws Exception {
        var outcome = UnderLoad.run(folder, DATABASES, runs);
        say("| %d of %d runs under write load restored whole (%d databases, %d transactions meanwhile) | | | |"
                .formatted(outcome.whole(), outcome.runs(), DATABASES, outcome.transactions()));
        say("| services held: %d times for SQLite; %.0f ms at most for 64 MB of another kind | | | |"
                .formatted(outcome.held(), outcome.longestHoldMillis()));
    }

    private Staged stage() {
        var sources = new ArrayList<Source>();
        for (int at = 0; at < DATABASES; at++) {
            sources.add(new Source("apps/app" + at, "app" + at, apps.resolve("app" + at), RECIPE));
        }
        return new Stage(folder.resolve("stage"), Holding.NONE).take(sources, (_, _) -> {});
    }

    private static void require(List<Flaw> flaws) {
        if (!flaws.isEmpty()) {
            throw new IllegalStateException("what was read back is not what was stored: " + flaws);
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private void timed(String what, Work work) throws Exception {
        long start = System.nanoTime();
        double cpu = cpu();
        work.run();
        say("| %s | %.2f | %.2f | %s |".formatted(what, seconds(start), cpu() - cpu, stored(what)));
    }

    private String stored(String what) throws IOException {
        return what.contains("in an encrypted archive")
                ? "%.0f".formatted(mb(size(folder.resolve("archives"))))
                : what.contains("first run: stored by restic")
                        ? "%.0f".formatted(mb(size(folder.resolve("restic"))))
                        : "";
    }

    private void peer(String what, String script) throws Exception {
        long start = System.nanoTime();
        double cpu = cpu();
        var command = Command.of(Duration.ofMinutes(30), "sh", "-c", script)
                .with("RESTIC_REPOSITORY", folder.resolve("peer").toString())
                .with("RESTIC_PASSWORD_FILE", folder.resolve("peer.key").toString())
                .with("RESTIC_CACHE_DIR", folder.resolve("peer-cache").toString());
        if (!(programs.run(command) instanceof Outcome.Exited(int code, String _, String error)) || code != 0) {
            throw new IllegalStateException(what + " failed");
        }
        say("| *%s* | %.2f | %.2f | |".formatted(what, seconds(start), cpu() - cpu));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /// Of this process and of the children that have ended.
    private static double cpu() throws IOException {
        var fields = Files.readString(Path.of("/proc/self/stat"))
                .replaceFirst("^.*\\) ", "")
                .split(" ", -1);
        long ticks = 0;
        for (int field = 11; field <= 14; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks / 100.0;
    }

    private static long size(Path folder) throws IOException {
        long size = 0;
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                size += Files.size(file);
            }
        }
        return size;
    }

    private static double mb(long bytes) {
        return bytes / 1e6;
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private void generate() throws IOException, SQLException {
        for (int at = 0; at < DATABASES; at++) {
            var app = Files.createDirectories(apps.resolve("app" + at));
            database(app.resolve("app.db"));
            Files.writeString(app.resolve("config.xml"), "<Config>" + words(2_000) + "</Config>");
            for (int file = 0; file < SMALL_FILES; file++) {
                var home = Files.createDirectories(app.resolve("conf.d/" + file % 10));
                Files.writeString(
                        home.resolve(file + ".json"), "{\"a\": \"" + words(200 + random.nextInt(1_500)) + "\"}");
            }
            for (int poster = 0; poster < POSTERS; poster++) {
                var home = Files.createDirectories(app.resolve("MediaCover/" + poster / 4));
                var bytes = new byte[8_000 + random.nextInt(48_000)];
                random.nextBytes(bytes);
                Files.write(home.resolve(poster % 4 + ".jpg"), bytes);
            }
            Files.createDirectories(app.resolve("logs"));
            for (int log = 0; log < 10; log++) {
                Files.writeString(app.resolve("logs/" + log + ".txt"), words(390_000));
            }
        }
    }

    private void database(Path file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = wal");
            statement.execute("CREATE TABLE items (id INTEGER PRIMARY KEY, title TEXT, meta TEXT)");
            statement.execute("CREATE INDEX by_title ON items (title)");
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("INSERT INTO items VALUES (?, ?, ?)")) {
                for (int row = 0; row < ROWS; row++) {
                    insert.setInt(1, row);
                    insert.setString(2, words(30));
                    insert.setString(
                            3,
                            words(1_000) + Long.toHexString(random.nextLong()).repeat(10));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }

    private void change() throws IOException, SQLException {
        for (int at = 0; at < 5; at++) {
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + apps.resolve("app" + at + "/app.db"));
                    var statement = connection.createStatement()) {
                for (int row = 0; row < 600; row++) {
                    statement.execute(
                            "UPDATE items SET meta = '%s' WHERE id = %d".formatted(words(1_000), random.nextInt(ROWS)));
                }
            }
        }
        for (int at = 0; at < 50; at++) {
            Files.writeString(apps.resolve("app%d/conf.d/1/1.json".formatted(at % DATABASES)), words(900));
        }
    }

    private String words(int length) {
        var text = new StringBuilder(length + 12);
        while (text.length() < length) {
            text.append(Integer.toString(random.nextInt(6_000) * 7_919, 36).toLowerCase(Locale.ROOT))
                    .append(' ');
        }
        return text.toString();
    }
}
