package media.usenet.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// How long the whole program takes, against a bare JVM and against docker, in one interleaved run. After
/// `./mvnw -pl cli package -DskipTests`, from the repository's root:
///
///     java cli/src/test/java/media/usenet/cli/StartBenchmark.java [RUNS]
public final class StartBenchmark {

    private static final Path TARGET = Path.of("cli/target");
    private static final Path SAMPLE = Path.of("controller/src/test/resources/api/services.json");
    private static final double TICKS_A_SECOND = 100;

    private record Case(String name, List<String> argv, List<Double> walls, List<Double> cpus) {

        Case(String name, List<String> argv) {
            this(name, argv, new ArrayList<>(), new ArrayList<>());
        }
    }

    private final Path work;
    private final String jar;
    private final Map<String, String> environment;

    private StartBenchmark(Path work, int port) throws IOException {
        this.work = work;
        this.environment = Map.of("USENET_CONTROLLER", "http://127.0.0.1:" + port, "USENET_TOKEN", "benchmark");
        try (var jars = Files.newDirectoryStream(TARGET, "cli-*SNAPSHOT.jar")) {
            this.jar = jars.iterator().next().toString();
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 40;
        var server = server();
        try {
            var work = Files.createTempDirectory("start-benchmark");
            new StartBenchmark(work, server.getAddress().getPort()).run(runs);
        } finally {
            server.stop(0);
        }
    }

    private static HttpServer server() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var body = Files.readAllBytes(SAMPLE);
        server.createContext("/v1/services", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private void run(int runs) throws IOException, InterruptedException {
        var cases = cases();
        for (int run = 0; run < runs; run++) {
            for (var each : cases) {
                measure(each);
            }
        }
        var bare = cases.getFirst();
        System.out.printf("medians of wall time, means of CPU time, %d interleaved runs%n%n", runs);
        System.out.printf("%-24s %9s %7s %9s %7s%n", "", "wall ms", "x bare", "CPU ms", "x bare");
        for (var each : cases) {
            System.out.printf(
                    "%-24s %9.1f %7.2f %9.1f %7.2f%n",
                    each.name(),
                    median(each.walls()),
                    median(each.walls()) / median(bare.walls()),
                    mean(each.cpus()),
                    mean(each.cpus()) / mean(bare.cpus()));
        }
    }

    private List<Case> cases() throws IOException, InterruptedException {
        var cases = new ArrayList<Case>();
        cases.add(new Case("bare Hello", hello()));
        cases.add(new Case("usenet --version", usenet("version", "--version")));
        cases.add(new Case("usenet services list", usenet("list", "services", "list")));
        cases.add(new Case("usenet services --help", usenet("help", "services", "--help")));
        for (var command : List.of("version", "ps")) {
            if (succeeds(List.of("docker", command))) {
                cases.add(new Case("docker " + command, List.of("docker", command)));
            } else {
                System.out.println("left out: docker " + command + ", which does not work here");
            }
        }
        return cases;
    }

    private List<String> hello() throws IOException, InterruptedException {
        var source = work.resolve("Hello.java");
        Files.writeString(
                source, "class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
        run(List.of(tool("javac"), "-d", work.toString(), source.toString()));
        run(List.of(tool("jar"), "-cf", work + "/hello.jar", "-C", work.toString(), "Hello.class"));
        return trained("hello", List.of("-cp", work + "/hello.jar", "Hello"));
    }

    /// Each with a cache trained by itself.
    private List<String> usenet(String name, String... args) throws IOException, InterruptedException {
        var argv = new ArrayList<>(List.of("-jar", jar));
        argv.addAll(List.of(args));
        return trained(name, argv);
    }

    private List<String> trained(String name, List<String> argv) throws IOException, InterruptedException {
        var cache = work.resolve(name + ".aot");
        run(java("-XX:AOTCacheOutput=" + cache, argv));
        return java("-XX:AOTCache=" + cache, argv);
    }

    private static List<String> java(String cache, List<String> argv) {
        var java = new ArrayList<>(List.of(tool("java"), cache, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        java.addAll(argv);
        return java;
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private void measure(Case each) throws IOException, InterruptedException {
        double cpu = childrensTicks();
        long start = System.nanoTime();
        run(each.argv());
        each.walls().add((System.nanoTime() - start) / 1e6);
        each.cpus().add((childrensTicks() - cpu) / TICKS_A_SECOND * 1000);
    }

    /// User and system time of all children that have ended: fields 16 and 17 of `proc(5)`'s stat.
    private static double childrensTicks() throws IOException {
        var stat = Files.readString(Path.of("/proc/self/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]);
    }

    private void run(List<String> argv) throws IOException, InterruptedException {
        if (!succeeds(argv)) {
            throw new IllegalStateException("failed: " + String.join(" ", argv));
        }
    }

    private boolean succeeds(List<String> argv) throws InterruptedException {
        try {
            var builder = new ProcessBuilder(argv)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
                .average()
                .orElseThrow();
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
