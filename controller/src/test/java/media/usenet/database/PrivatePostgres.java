package media.usenet.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import org.junit.jupiter.api.Assumptions;

/// A PostgreSQL of this test run alone, on a free port of the loopback, made by initdb. It refuses root, so it runs
/// as `postgres` or `nobody` then.
public final class PrivatePostgres {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final HostProcessRunner PROGRAMS = new HostProcessRunner();
    private static Optional<PrivatePostgres> shared = Optional.empty();

    private final Path programs;
    private final Path folder;
    private final int port;

    private PrivatePostgres(Path programs) throws IOException {
        this.programs = programs;
        this.folder = Files.createTempDirectory("usenet-pg");
        this.port = freePort();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    /// The one of this test run, or a skipped test.
    public static synchronized PrivatePostgres shared() {
        if (shared.isEmpty()) {
            shared = Optional.of(started());
        }
        return shared.get();
    }

    /// One of the caller's own, that may be stopped.
    public static PrivatePostgres started() {
        var programs = programs();
        Assumptions.assumeTrue(programs.isPresent(), "SKIPPED: no PostgreSQL: install postgresql");
        try {
            var postgres = new PrivatePostgres(programs.get());
            postgres.run("initdb", "-D", postgres.data(), "-U", "usenet", "-A", "trust", "--no-sync", "-E", "UTF8");
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::remove));
            postgres.start();
            return postgres;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> programs() {
        var found = new ArrayList<Path>();
        var debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (var versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .sorted()
                        .forEach(found::add);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    public void start() {
        var options =
                "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200".formatted(port, folder);
        run("pg_ctl", "-D", data(), "-w", "-l", folder.resolve("log").toString(), "-o", options, "start");
    }

    /// Without any farewell, as after a crash.
    public void stopAtOnce() {
        run("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
    }

    /// The address of a new, empty database.
    public String newDatabase() {
        var name = "test" + DATABASES.incrementAndGet();
        run("createdb", "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", "usenet", name);
        return "postgresql://usenet:not-asked-for@127.0.0.1:%d/%s".formatted(port, name);
    }

    public int port() {
        return port;
    }

    private void remove() {
        run("pg_ctl", "-D", data(), "-m", "immediate", "stop");
        PROGRAMS.run(Command.of(PATIENCE, "rm", "-rf", folder.toString()));
    }

    private void run(String program, String... arguments) {
        var argv = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            argv.addAll(List.of(
                    "runuser", "-u", Files.exists(Path.of("/var/lib/postgresql")) ? "postgres" : "nobody", "--"));
        }
        argv.add(programs.resolve(program).toString());
        argv.addAll(List.of(arguments));
        var outcome = PROGRAMS.run(Command.of(PATIENCE, argv));
        if (!(outcome instanceof Outcome.Exited exited && exited.succeeded()) && !program.equals("pg_ctl")) {
            throw new IllegalStateException(argv + ": " + outcome);
        }
    }
}
