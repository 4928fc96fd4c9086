package media.usenet.copies;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Measures the search for the same bytes beside jdupes, rdfind, rmlint and fdupes on the tree of `CopiesTree`, all
/// in turn, from the walk to the groups. Ours is measured within a JVM that runs, as the controller does, and as a
/// process of its own, start included.
///
///     java ... media.usenet.copies.CopiesBenchmark FOLDER RUNS [cold]
final class CopiesBenchmark {

    private static final Path DROP_CACHES = Path.of("/proc/sys/vm/drop_caches");
    private static final int WARM_UPS = 4;

    private final Path root;
    private final boolean cold;
    private final Map<String, List<Run>> runs = new LinkedHashMap<>();

    private CopiesBenchmark(Path root, boolean cold) {
        this.root = root;
        this.cold = cold;
    }

    private record Run(double wall, double cpu, int groups, long bytesRead) {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var root = Path.of(args[0]).toAbsolutePath();
        if (args[1].equals("once")) {
            System.out.println(search(root, Proof.valueOf(args[2])).groups().size());
            return;
        }
        long floor = Files.exists(root) ? 0 : CopiesTree.make(root);
        System.out.printf("floor %,d bytes (0: the tree was there)%n", floor);
        new CopiesBenchmark(root, args.length > 2).run(Integer.parseInt(args[1]));
    }

    private void run(int times) throws IOException, InterruptedException {
        for (int n = 0; n < WARM_UPS; n++) {
            search(root, Proof.HASHED);
            search(root, Proof.COMPARED);
        }
        for (int n = 0; n < times; n++) {
            program("jdupes -Q", "jdupes", "-rqQ");
            inside("ours, hashed", Proof.HASHED);
            process("ours, hashed, its JVM's start included", Proof.HASHED);
            program("jdupes", "jdupes", "-rq");
            inside("ours, compared", Proof.COMPARED);
            process("ours, compared, its JVM's start included", Proof.COMPARED);
            program("rdfind", "rdfind", "-dryrun", "true", "-makeresultsfile", "false");
            program("fdupes", "fdupes", "-rq");
            program("rmlint --no-hardlinked", "rmlint", "--no-hardlinked", "-o", "json:stdout");
        }
        print();
    }

    private static Comparison search(Path root, Proof proof) throws IOException {
        return new IdenticalFiles(Lanes.one(), InstantSource.system()).find(Listing.of(root), proof, HashMemory.none());
    }

    private void inside(String name, Proof proof) throws IOException {
        dropCaches();
        long began = System.nanoTime();
        long cpu = cpu();
        var answer = search(root, proof);
        var run = new Run(
                (System.nanoTime() - began) / 1e9,
                (cpu() - cpu) / 1e9,
                answer.groups().size(),
                answer.effort().bytesRead());
        runs.computeIfAbsent(name, _ -> new ArrayList<>()).add(run);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void process(String name, Proof proof) throws IOException, InterruptedException {
        timed(
                name,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CopiesBenchmark.class.getName(),
                        root.toString(),
                        "once",
                        proof.name()));
    }

    private void program(String name, String... argv) throws IOException, InterruptedException {
        timed(
                name,
                Stream.concat(Arrays.stream(argv), Stream.of(root.toString())).toList());
    }

    /// GNU time tells what a process and its children used.
    private void timed(String name, List<String> argv) throws IOException, InterruptedException {
        dropCaches();
        var told = Files.createTempFile("copies", ".time");
        var command = Stream.concat(Stream.of("/usr/bin/time", "-o", told.toString(), "-f", "%e %U %S"), argv.stream())
                .toList();
        long began = System.nanoTime();
        var ended = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start()
                .waitFor(Duration.ofMinutes(10));
        double wall = (System.nanoTime() - began) / 1e9;
        var lines = Files.readAllLines(told);
        Files.delete(told);
        if (!ended) {
            throw new IllegalStateException(name + " did not end in ten minutes");
        }
        var figures = lines.getLast().split(" ", 3);
        double cpu = Double.parseDouble(figures[1]) + Double.parseDouble(figures[2]);
        runs.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Run(wall, cpu, 0, 0));
    }

    private void dropCaches() throws IOException {
        if (cold) {
            Files.writeString(DROP_CACHES, "3\n");
        }
    }

    private void print() {
        var hashed = Objects.requireNonNull(runs.get("jdupes -Q"));
        System.out.println(
                "| | runs | median s | best s | CPU s | best CPU s | x CPU of jdupes -Q | groups | bytes read |");
        runs.forEach((name, all) -> System.out.printf(
                "| %s | %d | %.2f | %.2f | %.2f | %.2f | %.2f | %d | %,d |%n",
                name,
                all.size(),
                median(all.stream().map(Run::wall).toList()),
                all.stream().mapToDouble(Run::wall).min().orElseThrow(),
                median(all.stream().map(Run::cpu).toList()),
                all.stream().mapToDouble(Run::cpu).min().orElseThrow(),
                median(all.stream().map(Run::cpu).toList())
                        / median(hashed.stream().map(Run::cpu).toList()),
                all.getLast().groups(),
                all.getLast().bytesRead()));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
