package media.usenet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Measures an installed controller's start, memory and idle CPU beside the same program without its AOT cache and with
/// Java's own defaults. Needs an installation and no build:
///
///     $(./mvnw --jdk-home)/bin/java controller/src/test/java/media/usenet/ControllerBenchmark.java --idle 60
final class ControllerBenchmark {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final Path release;
    private final Path scratch;

    private ControllerBenchmark(Path release, Path scratch) {
        this.release = release;
        this.scratch = scratch;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var options = new TreeMap<String, String>();
        for (var i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        if (args.length % 2 == 1 || !List.of("--idle", "--release", "--runs").containsAll(options.keySet())) {
            System.err.println("usage: ControllerBenchmark [--release FOLDER] [--runs N] [--idle SECONDS]");
            System.exit(2);
        }
        var release = Path.of(options.getOrDefault("--release", "/opt/usenet/current"));
        var benchmark =
                new ControllerBenchmark(release.toRealPath(), Files.createTempDirectory("controller-benchmark"));
        benchmark.run(
                Integer.parseInt(options.getOrDefault("--runs", "10")),
                Duration.ofSeconds(Long.parseLong(options.getOrDefault("--idle", "60"))));
    }

    private void run(int runs, Duration idle) throws IOException, InterruptedException {
        var controller = release.resolve("controller");
        var tuned = "@" + controller.resolve("jvm.options");
        var installed = new Way("as installed", tuned, "-XX:AOTCache=" + controller.resolve("controller.aot"));
        var ways = List.of(installed, new Way("no AOT cache", tuned), new Way("Java's defaults"));
        for (var run = 0; run < runs; run++) {
            for (var way : ways) {
                start(way);
            }
        }
        rest(ways, idle);
        System.out.printf(
                "%s, %d cores, median of %d starts, idle for %d s%n%n",
                release, Runtime.getRuntime().availableProcessors(), runs, idle.toSeconds());
        System.out.println("                   ready  ratio  CPU to ready  resident  resident idle  CPU idle");
        ways.forEach(way -> System.out.println(way.row(installed)));
    }

    private void start(Way way) throws IOException, InterruptedException {
        var began = System.nanoTime();
        try (var running = ready(way)) {
            way.ready.add((System.nanoTime() - began) / 1e9);
            way.cpu.add(running.cpuSeconds());
            way.resident.add(running.residentMib());
        }
    }

    /// All ways at once: they are idle.
    private void rest(List<Way> ways, Duration idle) throws IOException, InterruptedException {
        try (var first = ready(ways.get(0));
                var second = ready(ways.get(1));
                var third = ready(ways.get(2))) {
            var all = List.of(first, second, third);
            var before = all.stream().map(Running::cpuSeconds).toList();
            first.stays(idle);
            for (var i = 0; i < all.size(); i++) {
                ways.get(i).idleMib = all.get(i).residentMib();
                ways.get(i).idlePercent = 100 * (all.get(i).cpuSeconds() - before.get(i)) / idle.toSeconds();
            }
        }
    }

    private Running ready(Way way) throws IOException, InterruptedException {
        var port = freePort();
        var running = new Running(launch(way, port));
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady(port)) {
            running.stays(BETWEEN_LOOKS);
            if (System.nanoTime() > deadline) {
                running.close();
                throw new IllegalStateException(way.name + ": not ready in time; its log is in " + scratch);
            }
        }
        return running;
    }

    private Process launch(Way way, int port) throws IOException {
        var command = new ArrayList<String>();
        command.add(release.resolve("runtime/bin/java").toString());
        command.addAll(way.options);
        for (var folder : List.of("usenet.settings", "usenet.state", "usenet.run")) {
            command.add("-D" + folder + "=" + scratch.resolve(port + "/" + folder));
        }
        command.add("-Dcatalog.templates=" + release.resolve("compose-templates"));
        command.add("-Dhardware.profiles=" + release.resolve("hardware-profiles"));
        command.add("-jar");
        command.add(release.resolve("controller/controller.jar").toString());
        command.add("--server.port=" + port);
        var log = scratch.resolve(port + ".log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
    }

    /// 503 is "not yet"; a program without that address is ready when it answers at all.
    private static boolean isReady(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request = "GET /health/ready HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes("HTTP/1.1 200".length()), US_ASCII);
            return answer.startsWith("HTTP/1.1 ") && !answer.endsWith("503");
        } catch (ConnectException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// One way of running the program, and what was measured of it.
    private static final class Way {
        private final String name;
        private final List<String> options;
        private final List<Double> ready = new ArrayList<>();
        private final List<Double> cpu = new ArrayList<>();
        private final List<Double> resident = new ArrayList<>();
        private double idleMib;
        private double idlePercent;

        private Way(String name, String... options) {
            this.name = name;
            this.options = List.of(options);
        }

        private String row(Way peer) {
            return "%-15s %6.2f s  %4.1fx  %10.2f s  %4.0f MiB  %9.0f MiB  %6.2f %%"
                    .formatted(
                            name,
                            median(ready),
                            median(ready) / median(peer.ready),
                            median(cpu),
                            median(resident),
                            idleMib,
                            idlePercent);
        }

        private static double median(List<Double> figures) {
            var sorted = figures.stream().sorted().toList();
            return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
        }
    }

    private record Running(Process process) implements AutoCloseable {

        void stays(Duration time) throws InterruptedException {
            if (process.waitFor(time)) {
                throw new IllegalStateException("the controller ended by itself: " + process.exitValue());
            }
        }

        double cpuSeconds() {
            return process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
        }

        double residentMib() throws IOException {
            try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
                var line = lines.filter(each -> each.startsWith("VmRSS:")).findFirst();
                return Long.parseLong(line.orElseThrow().replaceAll("\\D", "")) / 1024.0;
            }
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}
