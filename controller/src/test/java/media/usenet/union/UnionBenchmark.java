package media.usenet.union;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import media.usenet.effect.Steps;
import media.usenet.host.HostProcessRunner;
import media.usenet.linux.LoopDrive;
import media.usenet.mover.LoopPool;
import media.usenet.services.BenchmarkTable;
import media.usenet.storage.Mounts;

/// How long it takes until a running container opens what a branch brought, and no longer opens what it took away,
/// beside the bare change of mergerfs' attribute. As root, from the repository's root:
///
///     ./mvnw -q -pl controller test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath &&
///     "$(./mvnw --jdk-home)/bin/java" -cp "controller/target/test-classes:controller/target/classes:$(cat \
///         controller/target/test.classpath)" media.usenet.union.UnionBenchmark [RUNS]
public final class UnionBenchmark {

    private static final long PATIENCE = Duration.ofSeconds(20).toNanos();
    private static final UnionSettings SETTINGS =
            new UnionSettings("union", List.of("a", "b"), Set.of(), "mfs", 1 << 20, true);

    private final LoopPool pool;
    private final Union union;
    private final MergerFs mergerFs;
    private final BenchmarkTable table = new BenchmarkTable("Branches of a union", "attribute alone: added -> opened");

    private UnionBenchmark(LoopPool pool) {
        this.pool = pool;
        this.mergerFs = new MergerFs(new HostProcessRunner(), new Mounts(Path.of("/proc/self/mountinfo")));
        var state = pool.folder().resolve("state");
        var hold = new HoldKeeper(state.resolve("hold.json"), InstantSource.system(), _ -> {});
        this.union = new Union(mergerFs, pool, state.resolve("union.json"), hold);
    }

    public static void main(String[] args) throws Exception {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        try (var pool = LoopPool.orSkip()) {
            for (var slot : List.of("a", "b", "c")) {
                pool.add(slot, 64);
            }
            var benchmark = new UnionBenchmark(pool);
            try {
                benchmark.run(runs);
            } finally {
                benchmark.mergerFs.detach(benchmark.point());
            }
        }
    }

    private void run(int runs) throws Exception {
        System.out.print("load at the start: " + Files.readString(Path.of("/proc/loadavg")));
        union.create(SETTINGS, Steps.fromNow());
        Files.writeString(pool.path("c").resolve("three"), "3");
        var container = pool.container();
        var pid = LoopDrive.run(
                "docker",
                "inspect",
                "--format",
                "{{.State.Pid}}",
                pool.folder().getFileName().toString());
        var file = Path.of("/proc", pid.strip(), "root/pool/union/three");
        for (int run = 0; run < runs; run++) {
            meanwhile("branch added -> opened", () -> opens(file), () -> change(true));
            meanwhile("branch dropped -> opens no more", () -> isGone(file), () -> change(false));
            meanwhile("attribute alone: added -> opened", () -> opens(file), () -> setBranches("a", "b", "c"));
            meanwhile("attribute alone: dropped -> opens no more", () -> isGone(file), () -> setBranches("a", "b"));
            named("1", file);
            named("0", file);
            cache("1");
        }
        table.print();
        System.out.printf("%nrestarts of the container: %d%n", container.restarts());
        System.out.print("load at the end: " + Files.readString(Path.of("/proc/loadavg")));
    }

    /// A name alone, which the kernel keeps for as long as mergerfs said that it may; and what it costs to ask mergerfs
    /// each time.
    private void named(String seconds, Path file) throws Exception {
        cache(seconds);
        setBranches("a", "b", "c");
        until(() -> Files.exists(file));
        table.time("1000 stats of a name, cache.entry=" + seconds, () -> {
            for (int stat = 0; stat < 1000; stat++) {
                Files.exists(file);
            }
        });
        meanwhile(
                "dropped -> stat finds no name, cache.entry=" + seconds,
                () -> !Files.exists(file),
                () -> setBranches("a", "b"));
    }

    private void cache(String seconds) {
        new MergerFsControl(point()).set("cache.entry", seconds);
        new MergerFsControl(point()).set("cache.attr", seconds);
    }

    /// Looks from the moment at which the change is asked for, whatever else there is to be done for it afterwards.
    private void meanwhile(String row, BooleanSupplier seen, Runnable change) throws Exception {
        long start = System.nanoTime();
        var changing = Thread.ofPlatform().start(change);
        until(seen);
        table.add(row, BenchmarkTable.millisSince(start));
        changing.join();
    }

    private void change(boolean added) {
        var now = union.require();
        union.change(added ? now.with("c") : now.without("c"), Steps.fromNow());
    }

    private void setBranches(String... slots) {
        mergerFs.setBranches(
                point(),
                List.of(slots).stream()
                        .map(slot -> new Branch(pool.path(slot), Branch.Mode.RW))
                        .toList());
    }

    private static void until(BooleanSupplier seen) {
        long end = System.nanoTime() + PATIENCE;
        while (!seen.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain");
            }
            Thread.onSpinWait();
        }
    }

    private static boolean opens(Path file) {
        try {
            return Files.readAllBytes(file).length > 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isGone(Path file) {
        try (var _ = Files.newByteChannel(file)) {
            return false;
        } catch (NoSuchFileException _) {
            return true;
        } catch (FileSystemException _) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path point() {
        return pool.place("union");
    }
}
