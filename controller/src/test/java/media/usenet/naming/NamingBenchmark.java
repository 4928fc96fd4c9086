package media.usenet.naming;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// How many names a second of one processor, and how long the worst takes, beside guessit where Debian's is installed.
/// The
/// argument is a file of names, one a line; from the repository's root:
///
///     ./mvnw -q -pl controller test-compile &&
///     "$(./mvnw --jdk-home)/bin/java" -cp controller/target/test-classes:controller/target/classes \
///         media.usenet.naming.NamingBenchmark NAMES
public final class NamingBenchmark {

    private static final int ROUNDS = 200;
    private static final int PEER_NAMES = 200;
    private static final int HOSTILE = 4 << 10;

    private final List<String> names;
    private long read;

    private NamingBenchmark(List<String> names) {
        this.names = names;
    }

    public static void main(String[] args) throws Exception {
        new NamingBenchmark(Files.readAllLines(Path.of(args[0]))).run();
    }

    private void run() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            cost(names);
        }
        double mine = names.size() * 1e9 / cost(names);
        System.out.printf("%-28s %,12.0f names/s of processor time, %d read%n", "this", mine, read);
        var worst = names.stream().mapToLong(this::least).max().orElse(0);
        System.out.printf("%-28s %,12.0f µs%n", "its worst name", worst / 1e3);
        for (var piece : List.of("a.", "[", "S01E01-", "french.", "5.1.", "[01]")) {
            var hostile = piece.repeat(HOSTILE / piece.length());
            System.out.printf("%-28s %,12.0f µs%n", "4 KiB of " + piece, least(hostile) / 1e3);
        }
        guessit();
    }

    private long cost(List<String> some) {
        long start = processorNanos();
        for (var name : some) {
            read += ReleaseParser.parse(name).title().length();
        }
        return processorNanos() - start;
    }

    private long least(String name) {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 50; run++) {
            least = Math.min(least, cost(List.of(name)));
        }
        return least;
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void guessit() throws IOException, InterruptedException {
        var program = """
            import sys, time
            from guessit import guessit
            names = sys.stdin.read().splitlines()
            guessit(names[0])
            start = time.process_time()
            for name in names: guessit(name)
            print("%-28s %12.0f names/s of processor time" % ("guessit", len(names) / (time.process_time() - start)))
            """;
        var some = Files.createTempFile("names", ".txt");
        Files.write(some, names.subList(0, Math.min(PEER_NAMES, names.size())));
        var python = new ProcessBuilder("/usr/bin/python3", "-c", program)
                .inheritIO()
                .redirectInput(some.toFile())
                .start();
        if (python.waitFor() != 0) {
            System.out.println("guessit                      skipped: it is not installed");
        }
        Files.delete(some);
    }
}
