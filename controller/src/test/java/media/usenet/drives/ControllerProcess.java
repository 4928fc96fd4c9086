package media.usenet.drives;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A controller in a process of its own, as it ships, with folders of its own; asked over HTTP.
final class ControllerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final URI address;
    private final Path token;
    private final HttpClient client = HttpClient.newHttpClient();

    private ControllerProcess(Process process, URI address, Path token) {
        this.process = process;
        this.address = address;
        this.token = token;
    }

    /// Starts it, and waits until it is ready. Run from the repository's root.
    ///
    /// @param folder where its settings, state, run and pool are, or come to be
    /// @param options further ones of the program
    static ControllerProcess start(Path folder, String... options) throws IOException, InterruptedException {
        int port = freePort();
        var argv = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "@controller/src/main/dist/jvm.options",
                "-jar",
                jar().toString(),
                "--server.port=" + port,
                "--catalog.templates=compose-templates",
                "--hardware.profiles=hardware-profiles",
                "--docker.project=usenet-benchmark"));
        for (var name : List.of("settings", "state", "run", "pool")) {
            argv.add("--usenet.%s=%s".formatted(name, folder.resolve(name)));
        }
        argv.addAll(List.of(options));
        var log = folder.resolve("controller.log").toFile();
        var process = new ProcessBuilder(argv)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        var controller =
                new ControllerProcess(process, URI.create("http://127.0.0.1:" + port), folder.resolve("run/token"));
        controller.awaitReady();
        return controller;
    }

    private static Path jar() throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("controller/target"), "controller-*.jar")) {
            return jars.iterator().next();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (process.waitFor(Duration.ofMillis(20)) || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("the controller does not become ready; see controller.log");
            }
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            var request =
                    HttpRequest.newBuilder(address.resolve("/health/ready")).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return ask("GET", path, "");
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return ask("POST", path, body);
    }

    /// @return the answer, a problem too
    private JsonNode ask(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + Files.readString(token).strip())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    long pid() {
        return process.pid();
    }

    double cpuSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    /// How often a thread of that name has gone to sleep in the kernel: each time, something had woken it.
    long sleeps(String thread) throws IOException {
        try (var tasks = Files.newDirectoryStream(Path.of("/proc", String.valueOf(pid()), "task"))) {
            for (var task : tasks) {
                var status = Files.readAllLines(task.resolve("status"));
                if (status.contains("Name:\t" + thread)) {
                    return status.stream()
                            .filter(line -> line.startsWith("voluntary_ctxt_switches:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum();
                }
            }
        }
        throw new IllegalStateException("there is no thread " + thread);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
