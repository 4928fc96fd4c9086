package media.usenet.transcode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import media.usenet.host.TestClassPath;

/// A controller and its workers as processes of their own, which are killed and started again.
final class ChaosFleet implements AutoCloseable {

    private final Path folder;
    private final Optional<String> database;
    private final List<String> java;
    private final List<String> settings;
    private final Map<String, Process> processes = new LinkedHashMap<>();
    private final int port = freePort();

    /// @param database URL of PostgreSQL; empty for SQLite
    ChaosFleet(Path folder, Optional<String> database) {
        this(folder, database, List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"), List.of());
    }

    /// @param java its options
    /// @param settings further ones: `--name=value`
    ChaosFleet(Path folder, Optional<String> database, List<String> java, List<String> settings) {
        this.java = List.copyOf(java);
        this.folder = folder;
        this.database = database;
        this.settings = List.copyOf(settings);
    }

    int port() {
        return port;
    }

    String token() {
        try {
            return Files.readString(folder.resolve("run/token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        return List.of("controller", "worker-1", "worker-2");
    }

    /// Starts those that do not run.
    void start() {
        names().forEach(this::start);
    }

    /// @return its process, which may have run already
    Process start(String name) {
        return Objects.requireNonNull(processes.compute(
                name, (_, process) -> process == null || !process.isAlive() ? launch(name) : process));
    }

    void kill(String name) {
        Objects.requireNonNull(processes.get(name), name).destroyForcibly();
    }

    /// SIGKILL to one FFmpeg of this fleet.
    ///
    /// @return whether there was one
    boolean killFFmpeg() {
        return ffmpegs().stream().findAny().map(ProcessHandle::destroyForcibly).orElse(false);
    }

    /// Every FFmpeg that works for this fleet.
    List<ProcessHandle> ffmpegs() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/ffmpeg"))
                .filter(process -> commandLine(process).contains(folder.toString()))
                .toList();
    }

    static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
        } catch (IOException _) {
            return "";
        }
    }

    private Process launch(String name) {
        var argv =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        argv.addAll(java);
        argv.addAll(List.of(
                "-cp",
                TestClassPath.text(),
                "media.usenet.ControllerApplication",
                "--usenet.settings=" + folder.resolve("settings"),
                "--usenet.state=" + folder.resolve("state"),
                "--usenet.run=" + folder.resolve("run"),
                "--usenet.pool=" + folder.resolve("pool"),
                "--storage.managed=false",
                "--catalog.templates=compose-templates",
                "--hardware.profiles=hardware-profiles",
                "--transcode.disk-floor=10MB",
                "--jobs.max-deaths=100",
                "--jobs.max-attempts=100",
                "--jobs.retry.first=500ms",
                "--jobs.retry.longest=2s",
                "--jobs.node=" + name,
                "--server.port=" + port));
        if (!name.equals("controller")) {
            argv.add("--jobs.role=worker");
        }
        argv.addAll(settings);
        var builder = new ProcessBuilder(argv).redirectErrorStream(true);
        database.ifPresent(url -> builder.environment().put("DATABASE_URL", url));
        try {
            return builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve(name + ".log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        processes.values().forEach(Process::destroyForcibly);
    }
}
