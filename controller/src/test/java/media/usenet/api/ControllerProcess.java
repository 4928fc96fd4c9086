package media.usenet.api;

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
import media.usenet.ControllerApplication;
import media.usenet.host.TestClassPath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A controller in a process of its own, with folders of its own; asked over HTTP.
public final class ControllerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// Tests run in the module's folder, benchmarks in the repository's root.
    private static final Path ROOT = Path.of(Files.exists(Path.of("compose-templates")) ? "" : "..");

    private final Process process;
    private final URI address;
    private final Path token;
    private final HttpClient client = HttpClient.newHttpClient();

    private ControllerProcess(Process process, URI address, Path token) {
        this.process = process;
        this.address = address;
        this.token = token;
    }

    /// Starts the program as it ships, once it is packaged, and waits until it is ready.
    ///
    /// @param folder where its settings, state, run and pool are, or come to be
    /// @param options further ones of the program
    public static ControllerProcess ofJar(Path folder, String... options) throws IOException, InterruptedException {
        try (var jars = Files.newDirectoryStream(ROOT.resolve("controller/target"), "controller-*.jar")) {
            return start(folder, List.of("-jar", jars.iterator().next().toString()), List.of(options));
        }
    }

    /// As [#ofJar], of the classes that the tests run with.
    public static ControllerProcess ofClasses(Path folder, String... options) throws IOException, InterruptedException {
        return start(
                folder, List.of("-cp", TestClassPath.text(), ControllerApplication.class.getName()), List.of(options));
    }

    private static ControllerProcess start(Path folder, List<String> program, List<String> options)
            throws IOException, InterruptedException {
        int port = freePort();
        var argv = new ArrayList<String>();
        argv.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        argv.add("@" + ROOT.resolve("controller/src/main/dist/jvm.options"));
        argv.addAll(program);
        argv.add("--server.port=" + port);
        argv.add("--catalog.templates=" + ROOT.resolve("compose-templates"));
        argv.add("--hardware.profiles=" + ROOT.resolve("hardware-profiles"));
        for (var name : List.of("settings", "state", "run", "pool")) {
            argv.add("--usenet.%s=%s".formatted(name, folder.resolve(name)));
        }
        argv.addAll(options);
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

    public JsonNode get(String path) throws IOException, InterruptedException {
        return ask("GET", path, "");
    }

    public JsonNode post(String path, String body) throws IOException, InterruptedException {
        return ask("POST", path, body);
    }

    /// @return the answer, a problem too
    private JsonNode ask(String method, String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(client.send(request(method, path, body), BodyHandlers.ofString())
                .body());
    }

    private HttpRequest request(String method, String path, String body) throws IOException {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + Files.readString(token).strip())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    /// Waits until an operation has ended.
    ///
    /// @param begun the answer to what began it
    public JsonNode ended(JsonNode begun) throws IOException, InterruptedException {
        var path = "/v1/operations/" + begun.path("id").asString();
        client.send(request("GET", path + "/events", ""), BodyHandlers.discarding());
        return get(path);
    }

    public long pid() {
        return process.pid();
    }

    public double cpuSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    /// How often a thread of that name has gone to sleep in the kernel: each time, something had woken it.
    public long sleeps(String thread) throws IOException {
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

    /// Ends it as a power cut would: it is told nothing.
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
