package media.usenet.drives;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import media.usenet.api.ControllerProcess;
import media.usenet.linux.KernelMountCalls;
import media.usenet.linux.LoopDrive;
import media.usenet.linux.LoopPlug;
import media.usenet.linux.MountCalls;
import media.usenet.linux.Undo;
import media.usenet.pool.PoolRemoval;
import media.usenet.services.BenchmarkTable;
import tools.jackson.databind.JsonNode;

/// How long drives take to come and go under a running container, beside a mount script as a udev rule starts it, and
/// beside a poll that restarts the container. The controller is a process of its own, as it ships but for its AOT
/// cache; the drives are images in memory behind loop devices, plugged by the kernel's own calls. As root, from the
/// repository's root:
///
///     ./mvnw -q package -DskipTests dependency:build-classpath -Dmdep.outputFile=target/test.classpath &&
///     "$(./mvnw --jdk-home)/bin/java" -cp "controller/target/test-classes:controller/target/classes:$(cat \
///         controller/target/test.classpath)" media.usenet.drives.HotSwapBenchmark [CYCLES [IDLE_SECONDS]]
public final class HotSwapBenchmark {

    private static final long IMAGE_BYTES = 64L << 20;
    private static final int AT_ONCE = 8;
    private static final String PROJECT = "--docker.project=usenet-benchmark";
    private static final int POLLS = 5;
    private static final int FRESH_STARTS = 3;
    // What follows on a change that was seen (files written down, names looked up) is not to run into the next figure.
    private static final Duration REST = Duration.ofMillis(150);
    private static final String WRITER = "i=0; while :; do n=$((i+1));"
            + " echo line $n >>/pool/d1/log && sync /pool/d1/log && i=$n && echo $i >/dev/shm/synced;"
            + " echo x >>/pool/d2/careless; echo x >>/pool/d2; echo x >>/pool/stray; mkdir -p /pool/d2/new;"
            + " done 2>/dev/null";

    private final int cycles;
    private final int idleSeconds;
    private final Undo undo;
    private final Path folder;
    private final Path images;
    private final MountCalls calls = new KernelMountCalls();
    private final List<LoopPlug> drives = new ArrayList<>();
    private final BenchmarkTable table =
            new BenchmarkTable("Drives that come and go under a running container", "mount script: plugged in -> read");
    private ControllerProcess controller;
    private final Box box;

    private HotSwapBenchmark(int cycles, int idleSeconds, Undo undo) throws IOException, InterruptedException {
        this.cycles = cycles;
        this.idleSeconds = idleSeconds;
        this.undo = undo;
        folder = Files.createTempDirectory("hot-swap-benchmark").toRealPath();
        undo.later(() -> LoopDrive.run("rm", "-rf", "--one-file-system", folder.toString()));
        // In memory: how fast the disk is that this machine runs from is not the question.
        images = Files.createDirectories(folder.resolve("images"));
        LoopDrive.run("mount", "-t", "tmpfs", "tmpfs", images.toString());
        undo.later(() -> LoopDrive.run("umount", "--lazy", images.toString()));
        undo.later(() -> PoolRemoval.remove(folder.resolve("pool"), folder.resolve("run")));
        controller = ControllerProcess.ofJar(folder, PROJECT);
        undo.later(() -> controller.close());
        box = new Box(folder.resolve("pool/root"), undo, "sleep 1000000");
    }

    public static void main(String[] args) throws Exception {
        int cycles = args.length > 0 ? Integer.parseInt(args[0]) : 40;
        int idleSeconds = args.length > 1 ? Integer.parseInt(args[1]) : 120;
        try (var undo = new Undo()) {
            new HotSwapBenchmark(cycles, idleSeconds, undo).run();
        }
    }

    private void run() throws Exception {
        load("start");
        prepare();
        try {
            comeAndGo();
            manyAtOnce();
            underWriters();
            firstOfAll();
            load("end of what is counted in milliseconds");
            polled();
        } finally {
            table.print();
        }
        idle();
        if (!box.neverRestarted()) {
            throw new IllegalStateException("the container was restarted");
        }
        System.out.println("\nthe container that read: StartedAt and RestartCount as at its start");
        load("end");
    }

    private static void load(String when) throws IOException {
        System.out.print("load at the " + when + ": " + Files.readString(Path.of("/proc/loadavg")));
    }

    private void prepare() throws Exception {
        for (int number = 1; number <= AT_ONCE; number++) {
            var drive = made("d" + number);
            drives.add(drive);
            drive.plug();
            untilListed(drive);
            var answer = controller.post(
                    "/v1/storage/drives",
                    "{\"drive\":\"%s\",\"slot\":\"d%d\",\"readOnly\":false}".formatted(drive.image(), number));
            require(answer, "ONLINE");
            Files.writeString(place(number).resolve("hello"), "hello");
            LoopDrive.run("sync", "-f", place(number).toString());
        }
        for (int number = 1; number <= AT_ONCE; number++) {
            Looking.untilRead(box.sees("d" + number + "/hello"));
            eject(number);
        }
    }

    private LoopPlug made(String label) throws IOException {
        var image = images.resolve(label + ".img");
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(IMAGE_BYTES);
        }
        LoopDrive.run("mkfs.ext4", "-q", "-L", label, image.toString());
        var drive = new LoopPlug(image);
        undo.later(drive::unplug);
        return drive;
    }

    /// What a process does for the first time: it loads its classes with it.
    private void firstOfAll() throws Exception {
        var name = "plugged in -> read, first of a fresh process";
        for (int start = 0; start < FRESH_STARTS; start++) {
            controller.close();
            controller = ControllerProcess.ofJar(folder, PROJECT);
            Thread.sleep(Duration.ofSeconds(2));
            plugged(name, 1);
            yanked("pulled -> gone, first of a fresh process", 1);
            drives.getFirst().unplug();
            rest();
            plugIn(1);
            eject(1);
        }
    }

    private void comeAndGo() throws Exception {
        var script = new MountScript(folder, undo);
        var peer = made(MountScript.LABEL);
        var peerBox = new Box(script.tree(), undo, "sleep 1000000");
        prepare(script, peer);
        for (int cycle = 0; cycle < cycles; cycle++) {
            int number = 1 + cycle % AT_ONCE;
            plugged("plugged in -> read", number);
            yanked("pulled -> gone", number);
            drives.get(number - 1).unplug();
            rest();
            plugged("plugged in after a pull -> read", number);
            table.time("eject, idle", () -> require(post(number, "eject", "{}"), "EJECTED"));
            drives.get(number - 1).unplug();
            rest();
            peer(script, peer, peerBox);
            kernelAlone(script, peer, peerBox);
        }
    }

    private void prepare(MountScript script, LoopPlug peer) throws IOException {
        peer.plug();
        Files.createDirectories(script.place());
        LoopDrive.run("mount", peer.device().toString(), script.place().toString());
        Files.writeString(script.place().resolve("hello"), "hello");
        LoopDrive.run("umount", script.place().toString());
        peer.unplug();
    }

    /// The same steps.
    private void peer(MountScript script, LoopPlug peer, Box peerBox) throws Exception {
        var hello = peerBox.sees(MountScript.LABEL + "/hello");
        try (var _ = script.listen()) {
            since(peer.plug(), "mount script: plugged in -> read", () -> Looking.untilRead(hello));
            rest();
            since(peer.yank(script.place()), "mount script: pulled -> gone", () -> Looking.untilGone(hello));
            rest();
            peer.unplug();
            rest();
            since(peer.plug(), "mount script: after a pull -> read", () -> Looking.untilRead(hello));
            rest();
        }
        LoopDrive.run("umount", script.place().toString());
        peer.unplug();
        rest();
    }

    /// The least that any program needs: it knows beforehand which drive comes, and mounts it without a look at it.
    private void kernelAlone(MountScript script, LoopPlug peer, Box peerBox) throws Exception {
        var hello = peerBox.sees(MountScript.LABEL + "/hello");
        since(peer.plug(), "the kernel alone: mount(2) -> read", () -> {
            calls.mount(peer.device().toString(), script.place(), "ext4", Set.of(), "");
            Looking.untilRead(hello);
        });
        rest();
        table.time("the kernel alone: umount(2)", () -> calls.unmount(script.place()));
        peer.unplug();
        rest();
    }

    private void manyAtOnce() throws Exception {
        for (int cycle = 0; cycle < cycles; cycle++) {
            long start = System.nanoTime();
            for (var drive : drives) {
                drive.plug();
            }
            since(start, AT_ONCE + " plugged in at once -> all read", () -> {
                for (int number = 1; number <= AT_ONCE; number++) {
                    Looking.untilRead(hello(number));
                }
            });
            rest();
            for (int number = 1; number <= AT_ONCE; number++) {
                eject(number);
            }
        }
    }

    private void idle() throws Exception {
        var other = Files.createDirectories(folder.resolve("without"));
        for (int number = 1; number <= AT_ONCE; number++) {
            plugIn(number);
        }
        try (var without = ControllerProcess.ofJar(other, PROJECT, "--storage.managed=false")) {
            Thread.sleep(Duration.ofSeconds(20));
            double with = controller.cpuSeconds();
            double less = without.cpuSeconds();
            long sleeps = controller.sleeps("drive-watch");
            Thread.sleep(Duration.ofSeconds(idleSeconds));
            with = controller.cpuSeconds() - with;
            less = without.cpuSeconds() - less;
            System.out.printf(
                    "%nidle for %d s, %d drives: %.2f s of CPU (%.3f %%); a controller that leaves drives alone: %.2f s"
                            + " (%.3f %%); drive-watch went to sleep %d times%n",
                    idleSeconds,
                    AT_ONCE,
                    with,
                    100 * with / idleSeconds,
                    less,
                    100 * less / idleSeconds,
                    controller.sleeps("drive-watch") - sleeps);
        }
    }

    private void underWriters() throws Exception {
        var beneath = Files.createDirectories(folder.resolve("beneath"));
        LoopDrive.run("mount", "--bind", folder.toString(), beneath.toString());
        undo.later(() -> LoopDrive.run("umount", beneath.toString()));
        plugIn(1);
        plugIn(2);
        long before = bytes(beneath.resolve("pool")) + bytes(folder.resolve("run/guard"));
        var writer = new Box(folder.resolve("pool/root"), undo, WRITER);
        for (int cycle = 0; cycle < cycles; cycle++) {
            long earlier = synced(writer);
            Looking.until(
                    "it writes", () -> synced(writer) > earlier + 5 && Files.exists(place(2).resolve("careless")));
            table.time(
                    "eject --force, under a writer",
                    () -> require(controller.post("/v1/storage/drives/d1/eject", "{\"force\":true}"), "EJECTED"));
            long written = synced(writer);
            LoopDrive.run("e2fsck", "-fn", drives.getFirst().device().toString());
            yanked("pulled under a writer -> gone", 2);
            drives.getFirst().unplug();
            drives.get(1).unplug();
            rest();
            plugIn(1);
            plugIn(2);
            requireLines(written);
        }
        long lines = synced(writer);
        LoopDrive.run("docker", "stop", "--time", "0", writer.name());
        eject(1);
        eject(2);
        long after = bytes(beneath.resolve("pool")) + bytes(folder.resolve("run/guard"));
        System.out.printf(
                "%n%d forced ejects under a writer: e2fsck -fn clean each time, all of %d synced lines there; beneath the"
                        + " guard and in it, %d bytes came%n",
                cycles, lines, after - before);
    }

    /// A line that was written but not yet synced may be there twice.
    private void requireLines(long synced) throws IOException {
        var lines = new HashSet<>(Files.readAllLines(place(1).resolve("log")));
        var missing = LongStream.rangeClosed(1, synced)
                .filter(line -> !lines.contains("line " + line))
                .count();
        if (missing > 0) {
            throw new IllegalStateException(missing + " lines that were synced are gone");
        }
    }

    private static long synced(Box writer) {
        try {
            var text = Files.readString(Path.of("/proc", String.valueOf(writer.pid()), "root/dev/shm/synced"));
            return text.isBlank() ? 0 : Long.parseLong(text.strip());
        } catch (IOException _) {
            return 0;
        }
    }

    private static long bytes(Path below) throws IOException {
        try (var files = Files.walk(below)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private void polled() throws Exception {
        var drive = made(PollAndRestart.LABEL);
        drive.plug();
        var mounted = Files.createDirectories(folder.resolve("mounted"));
        LoopDrive.run("mount", drive.device().toString(), mounted.toString());
        Files.writeString(mounted.resolve("hello"), "hello");
        LoopDrive.run("umount", mounted.toString());
        drive.unplug();
        var poll = new PollAndRestart(folder, undo);
        for (int run = 0; run < POLLS; run++) {
            // At different moments between two looks.
            Thread.sleep(Duration.ofMillis(1300L * run));
            since(drive.plug(), "10 s poll + docker compose restart -> read", () -> poll.untilRead("hello"));
            poll.reset();
            drive.unplug();
        }
    }

    private void plugIn(int number) throws Exception {
        drives.get(number - 1).plug();
        Looking.untilRead(hello(number));
        rest();
    }

    private void plugged(String row, int number) throws Exception {
        long start = drives.get(number - 1).plug();
        since(start, row, () -> Looking.untilRead(hello(number)));
        rest();
    }

    private void yanked(String row, int number) throws Exception {
        since(drives.get(number - 1).yank(place(number)), row, () -> Looking.untilGone(hello(number)));
        rest();
        // A person who says "try again" ends the guard against loose cables, which leaves a drive alone that was pulled
        // five times in a minute. It answers that there is no drive.
        post(number, "mount", "");
    }

    private void eject(int number) throws Exception {
        require(post(number, "eject", "{}"), "EJECTED");
        drives.get(number - 1).unplug();
        rest();
    }

    private void since(long start, String row, BenchmarkTable.Work work) throws Exception {
        work.run();
        table.add(row, BenchmarkTable.millisSince(start));
    }

    private static void rest() throws InterruptedException {
        Thread.sleep(REST);
    }

    private JsonNode post(int number, String command, String body) throws IOException, InterruptedException {
        return controller.post("/v1/storage/drives/d%d/%s".formatted(number, command), body);
    }

    private static void require(JsonNode answer, String state) {
        if (!answer.path("state").asString("").equals(state)) {
            throw new IllegalStateException("not " + state + ": " + answer);
        }
    }

    private void untilListed(LoopPlug drive) throws Exception {
        while (!controller.get("/v1/storage/devices?all=true").toString().contains('"' + drive.name() + '"')) {
            rest();
        }
    }

    private Path place(int number) {
        return folder.resolve("pool/root/d" + number);
    }

    private Path hello(int number) {
        return box.sees("d" + number + "/hello");
    }
}
