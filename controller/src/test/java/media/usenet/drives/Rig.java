package media.usenet.drives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.DockerProperties;
import media.usenet.effect.Effect;
import media.usenet.event.EventLog.Entry;
import media.usenet.event.Operation;
import media.usenet.event.Operations;
import media.usenet.golden.TestSettings;
import media.usenet.health.Finding;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import media.usenet.host.ProgramFolders;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.KernelMountCalls;
import media.usenet.linux.LoopDrive;
import media.usenet.linux.MountCalls;
import media.usenet.linux.Undo;
import media.usenet.pool.Pool;
import media.usenet.pool.PoolRemoval;
import media.usenet.problem.ProblemException;
import media.usenet.settings.SettingsFolder;
import media.usenet.storage.Mounts;
import media.usenet.storage.Patience;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import tools.jackson.databind.json.JsonMapper;

/// A pool of its own on the real kernel: what looks after drives, loop devices for drives, and containers that watch.
final class Rig implements AutoCloseable {

    private static final long SMALL = 64L << 20;
    private static final long LARGE = 320L << 20;

    final Path folder;
    final Undo undo = new Undo();
    final MountCalls calls = new KernelMountCalls();
    private final Pace pace;
    private final List<DriveListener> listeners = new ArrayList<>();
    private final Map<String, Runnable> deeds = new ConcurrentHashMap<>();
    private final ProcessRunner host = new HostProcessRunner();
    private final Operations operations = new Operations(InstantSource.system());
    private MountCalls through = calls;
    private InstantSource clock = InstantSource.system();
    private Drives drives;

    Rig() {
        this(Pace.of(Duration.ofSeconds(30)));
    }

    /// One that looks at everything twice a second.
    static Rig sweeping() {
        return new Rig(new Pace(Duration.ofMillis(500), Duration.ofSeconds(3), Duration.ofSeconds(2)));
    }

    private Rig(Pace pace) {
        LoopDrive.assumePossible();
        try {
            folder = Files.createTempDirectory("usenet-drives").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        undo.later(() -> LoopDrive.run("rm", "-rf", "--one-file-system", folder.toString()));
        undo.later(() -> PoolRemoval.remove(folder.resolve("pool"), folder.resolve("run")));
        undo.later(this::unmountAll);
        this.pace = pace;
        start();
        undo.later(this::stop);
    }

    void start() {
        var folders = new ProgramFolders(
                folder.resolve("settings"), folder.resolve("state"), folder.resolve("run"), folder.resolve("pool"));
        try {
            Files.createDirectories(folders.run());
            Files.createDirectories(folders.state());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            drives = new DrivesAssembly(
                            folders,
                            new SettingsFolder(
                                    folders.settings(),
                                    TestSettings.with(folders.state().resolve("apps"), folders.pool())),
                            new Pool(through, Path.of("/"), folders.run(), true),
                            through,
                            this::run,
                            new DockerEngine(
                                    new DockerProperties(
                                            URI.create("unix:///var/run/docker.sock"),
                                            Duration.ofSeconds(10),
                                            "usenet-rig"),
                                    clock),
                            operations,
                            new Patience(Duration.ofSeconds(1)),
                            clock,
                            JsonMapper.builder().build(),
                            listeners,
                            pace)
                    .start();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        if (drives != null) {
            drives.watch().close();
        }
    }

    /// From the next start on, what looks after drives calls the kernel through these.
    void through(MountCalls other) {
        through = other;
    }

    /// Whenever that program is about to be started, this is done first.
    void before(String program, Runnable deed) {
        deeds.put(program, deed);
    }

    private Outcome run(Command command, Consumer<String> onErrorLine) {
        deeds.getOrDefault(command.program(), () -> {}).run();
        return host.run(command, onErrorLine);
    }

    /// Waits until such a program is at work on the drive.
    static void untilAtWork(String program, LoopDrive drive) {
        until(program + " is at work", () -> isAtWork(program, drive));
    }

    static boolean isAtWork(String program, LoopDrive drive) {
        return Processes.find(program, drive.device().toString()).isPresent();
    }

    Operation ended(Operation operation) {
        return operations.await(operation.id());
    }

    /// From the next start on, it is that time.
    void at(InstantSource other) {
        clock = other;
    }

    Drives drives() {
        return drives;
    }

    void listen(DriveListener listener) {
        listeners.add(listener);
    }

    /// A drive with a file system and a file `hello` on it, attached.
    LoopDrive drive(String name, String... make) {
        need(make[0]);
        var image = folder.resolve(name + ".img");
        try {
            return LoopDrive.made(
                    image, make[0].equals("mkfs.xfs") || make[0].equals("mkfs.btrfs") ? LARGE : SMALL, undo, make);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As [#drive], an ext4 that is in a slot.
    LoopDrive added(String slot) {
        return added(slot, "mkfs.ext4", "-q", "-L", slot);
    }

    LoopDrive added(String slot, String... make) {
        var drive = drive(slot, make);
        add(drive, slot);
        return drive;
    }

    /// Skips the test where that program is not installed.
    static void need(String program) {
        assumeTrue(
                Stream.of("/usr/bin", "/usr/sbin", "/bin", "/sbin")
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
                "skipped, needs the program " + program);
    }

    Effect add(LoopDrive drive, String slot) {
        untilSeen(drive);
        return drives.add().apply(new AddRequest(drive.image().toString(), slot, null, false, null));
    }

    /// What stands in the way of adding it.
    ProblemException refusal(LoopDrive drive, String slot) {
        return refusal(() -> add(drive, slot));
    }

    static ProblemException refusal(ThrowingCallable command) {
        var refusal = catchThrowableOfType(ProblemException.class, command);
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal;
    }

    /// Why the slot is not simply online.
    String because(String slot) {
        return String.valueOf(
                drives.board().status(slot).map(SlotStatus::because).orElse(null));
    }

    /// What findings are there, by their codes.
    List<String> findings() {
        return drives.status().findings().stream().map(Finding::code).toList();
    }

    void untilSeen(LoopDrive drive) {
        until(
                drive.name() + " is seen",
                () -> drives.list().devices(true).devices().stream()
                        .anyMatch(device -> device.device().equals(drive.name())));
    }

    /// Takes the drive away as a hand does: the file system is dead, and the kernel announces that the device is gone.
    void yank(LoopDrive drive, String slot) {
        try {
            calls.shutDown(place(slot));
        } catch (ErrnoException _) {
            // btrfs and FUSE file systems cannot: theirs only loses its device.
            assertThat(state(slot).readable()).isTrue();
        }
        try {
            drive.announce("remove");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        until(slot + " is missing", () -> state(slot) == SlotState.MISSING);
    }

    /// Ends all access at once, and writes nothing of what is cached.
    void cutOff(String slot) {
        need("xfs_io");
        LoopDrive.run("xfs_io", "-x", "-c", "shutdown", place(slot).toString());
    }

    /// Plugs the image in again, as another device.
    LoopDrive replug(LoopDrive drive) {
        return LoopDrive.attached(drive.image(), undo);
    }

    Path place(String slot) {
        return folder.resolve("pool/root").resolve(slot);
    }

    SlotState state(String slot) {
        return drives.board().state(slot).orElse(SlotState.UNMOUNTED);
    }

    KnownSlot slot(String slot) {
        return drives.roster().find(slot).orElseThrow();
    }

    void untilState(String slot, SlotState state) {
        until(slot + " is " + state, () -> state(slot) == state);
    }

    /// Waits for something that happens on another thread.
    static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 20 s until " + what).isLessThan(end);
            LockSupport.parkNanos(200_000);
        }
    }

    List<DriveEvent> events() {
        var entries = new LinkedBlockingQueue<Entry<DriveEvent>>();
        drives.events().follow(0, entries).run();
        return entries.stream().map(Entry::event).toList();
    }

    /// A container that binds the pool as those of the stack do, and runs a shell script.
    Box box(String script) {
        return new Box(this, script);
    }

    @Override
    public void close() {
        undo.close();
    }

    private void unmountAll() {
        new Mounts(Path.of("/proc/self/mountinfo"))
                .all().reversed().stream()
                        .filter(mount -> mount.point().startsWith(folder))
                        .forEach(mount ->
                                LoopDrive.run("umount", "-l", mount.point().toString()));
    }
}
