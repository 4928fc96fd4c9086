package media.usenet.holders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome.Exited;
import media.usenet.linux.LoopDrive;
import media.usenet.linux.Undo;
import media.usenet.services.BenchmarkTable;
import media.usenet.storage.BlockDevices;
import media.usenet.storage.Mounts;

/// How long it takes to tell who holds a drive, and what a device is, beside the programs that people ask. As root,
/// from
/// the repository's root:
///
///     ./mvnw -q -pl controller test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath &&
///     "$(./mvnw --jdk-home)/bin/java" -cp "controller/target/test-classes:controller/target/classes:$(cat \
///         controller/target/test.classpath)" media.usenet.holders.HoldersBenchmark [RUNS]
public final class HoldersBenchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final int runs;
    private final HostProcessRunner programs = new HostProcessRunner();

    private HoldersBenchmark(int runs) {
        this.runs = runs;
    }

    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("holders-benchmark").toRealPath();
        var point = folder.resolve("films");
        try (var undo = new Undo()) {
            var drive = LoopDrive.made(folder.resolve("image"), 32L << 20, undo, "mkfs.ext4", "-q")
                    .mount(point, undo);
            Files.writeString(point.resolve("a.mkv"), "a");
            try (var reading = Conversation.doing(folder, "exec 3<" + point.resolve("a.mkv"))) {
                new HoldersBenchmark(args.length == 0 ? 50 : Integer.parseInt(args[0]))
                        .run(drive.device().toString(), drive.name(), point, reading.pid());
            }
        } finally {
            Files.deleteIfExists(folder.resolve("image"));
            Files.deleteIfExists(point);
            Files.deleteIfExists(folder);
        }
    }

    private void run(String device, String name, Path point, int pid) throws Exception {
        var mounts = new Mounts(Path.of("/proc/self/mountinfo")).all();
        var number = Mounts.holding(point, mounts).orElseThrow().number();
        var holders = new Holders(Path.of("/proc"));
        var found = holders.of(number);
        if (found.holders().stream().noneMatch(holder -> holder.pid() == pid)) {
            throw new IllegalStateException("the holder was not found: " + found);
        }
        var who = new BenchmarkTable(
                "Who holds a drive, among %d processes".formatted(processes()), "lsof -nP +f -- POINT");
        var what = new BenchmarkTable("What a device is", "lsblk --json --output-all DEVICE");
        var devices = new BlockDevices(Path.of("/sys"));
        for (int i = 0; i < runs; i++) {
            who.time("Holders", () -> holders.of(number));
            peer(who, "lsof -nP +f -- POINT", "lsof", "-nP", "+f", "--", point.toString());
            peer(who, "fuser -vm POINT", "fuser", "-vm", point.toString());
            what.time("BlockDevices", () -> devices.find(name));
            what.time("BlockDevices, all", devices::all);
            peer(what, "lsblk --json --output-all DEVICE", "lsblk", "--json", "--output-all", device);
        }
        who.print();
        what.print();
    }

    /// lsof ends with 1 where it finds files but has something to warn of.
    private void peer(BenchmarkTable table, String name, String... argv) throws Exception {
        long start = System.nanoTime();
        if (programs.run(Command.of(PATIENCE, argv)) instanceof Exited) {
            table.add(name, BenchmarkTable.millisSince(start));
        }
    }

    private static long processes() throws IOException {
        try (var folders = Files.list(Path.of("/proc"))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.matches("\\d+"))
                    .count();
        }
    }
}
