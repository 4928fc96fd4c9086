package media.usenet.superblock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;

/// How long it takes to learn what an image holds, beside `blkid -p`, which a program must start. Needs the programs
/// that make file systems, and no root. From the repository's root:
///
///     ./mvnw -q -pl controller test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath &&
///     "$(./mvnw --jdk-home)/bin/java" -cp "controller/target/test-classes:controller/target/classes:$(cat \
///         controller/target/test.classpath)" media.usenet.superblock.SuperblockBenchmark [RUNS]
public final class SuperblockBenchmark {

    private static final Map<String, String> MADE = made();
    private static final int WARM_UP = 300;

    private final ProcessRunner runner = new HostProcessRunner();
    private final SuperblockProbe probe = new SuperblockProbe();

    private SuperblockBenchmark() {}

    public static void main(String[] args) throws Exception {
        var runs = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        var folder = Files.createTempDirectory("superblock-benchmark");
        try {
            new SuperblockBenchmark().run(folder, runs);
        } finally {
            Files.delete(folder);
        }
    }

    private void run(Path folder, int runs) throws Exception {
        System.out.printf("| %-20s | %11s | %11s | %11s | %5s |%n", "", "first us", "median us", "blkid us", "x");
        System.out.println("|---|---|---|---|---|");
        for (var each : MADE.entrySet()) {
            var image = folder.resolve("drive.img");
            try {
                make(image, each.getValue());
                System.out.println(row(each.getKey(), image, runs));
            } finally {
                Files.deleteIfExists(image);
            }
        }
    }

    private String row(String name, Path image, int runs) {
        var first = micros(() -> probe.read(image));
        for (var count = 0; count < WARM_UP; count++) {
            probe.read(image);
        }
        var ours = new ArrayList<Double>();
        var peer = new ArrayList<Double>();
        for (var count = 0; count < runs; count++) {
            ours.add(micros(() -> probe.read(image)));
            peer.add(micros(() -> blkid(image)));
        }
        return "| %-20s | %11.0f | %11.0f | %11.0f | %5.3f |"
                .formatted(name, first, median(ours), median(peer), median(ours) / median(peer));
    }

    private void make(Path image, String commandLine) {
        var line = "PATH=$PATH:/usr/sbin:/sbin; truncate -s 300M \"$0\"; " + commandLine + " \"$0\" >/dev/null 2>&1";
        succeed("sh", "-c", line, image.toString());
    }

    private void succeed(String... argv) {
        var outcome = runner.run(Command.of(Duration.ofSeconds(60), argv));
        if (!(outcome instanceof Outcome.Exited exited && exited.succeeded())) {
            throw new IllegalStateException(String.join(" ", argv) + ": " + outcome);
        }
    }

    /// It ends with 2 where it finds nothing.
    private void blkid(Path image) {
        runner.run(Command.of(Duration.ofSeconds(60), "blkid", "-p", image.toString()));
    }

    private static Map<String, String> made() {
        var made = new LinkedHashMap<String, String>();
        for (var type : List.of("ext4", "xfs", "btrfs")) {
            made.put(type, "mkfs." + type + " -q -L films");
        }
        made.put("exfat", "mkfs.exfat -L films");
        made.put("ntfs", "mkfs.ntfs -F -q -f -L films");
        made.put("vfat", "mkfs.vfat -F 32 -n FILMS");
        made.put("swap", "mkswap -L more");
        made.put("nothing", "true");
        return made;
    }

    private static double micros(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e3;
    }

    private static double median(List<Double> figures) {
        var sorted = figures.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
