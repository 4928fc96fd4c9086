package media.usenet.mover;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import media.usenet.docker.ToyImages;
import media.usenet.docker.ToyImages.Toy;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome.Exited;

/// A pool of its own with a guard, drives that are ext4 on loop devices, and containers that bind it. Everything is
/// undone in reverse.
public final class LoopPool implements SlotSource, AutoCloseable {

    private static final Toy IMAGE = Toy.of("usenet-toy/union:1");

    private final HostProcessRunner programs = new HostProcessRunner();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final Map<String, String> loops = new LinkedHashMap<>();
    private final Map<String, Boolean> online = new LinkedHashMap<>();
    private final Path folder;
    private final Path guard;
    private final Path pool;

    private LoopPool() throws IOException {
        folder = Files.createTempDirectory("usenet-union");
        guard = Files.createDirectories(folder.resolve("guard"));
        pool = Files.createDirectories(folder.resolve("pool"));
        mount("-t", "tmpfs", "-o", "size=64k,nr_inodes=1k", "tmpfs", guard.toString());
        run("mount", "--make-private", guard.toString());
        Files.createDirectories(guard.resolve("root"));
        mount("--bind", guard.toString(), pool.toString());
        run("mount", "-o", "remount,bind,ro", pool.toString());
        run("mount", "--make-rshared", pool.toString());
    }

    public static LoopPool orSkip() throws IOException {
        var root = (int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        assumeTrue(root && Files.exists(Path.of("/dev/loop-control")), "skipped: needs root and loop devices");
        return new LoopPool();
    }

    public boolean has(String program) {
        return programs.run(Command.of(Duration.ofSeconds(10), "which", program)) instanceof Exited exited
                && exited.succeeded();
    }

    public Path folder() {
        return folder;
    }

    public void add(String slot, int mib) throws IOException {
        var image = folder.resolve(slot + ".img");
        run("truncate", "-s", mib + "M", image.toString());
        run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
        Files.createDirectories(guard.resolve("root").resolve(slot));
        plug(slot);
    }

    public void plug(String slot) {
        var loop =
                output("losetup", "-f", "--show", folder.resolve(slot + ".img").toString());
        undo.push(() -> programs.run(Command.of(Duration.ofSeconds(10), "losetup", "-d", loop)));
        loops.put(slot, loop);
        mount("-o", "noatime", loop, path(slot).toString());
        synchronized (online) {
            online.put(slot, true);
        }
    }

    /// As the controller does when the kernel says that a drive has gone.
    public void yank(String slot) {
        synchronized (online) {
            online.put(slot, false);
        }
        detach(slot);
    }

    /// The drive goes before anyone has noticed.
    public void detach(String slot) {
        run("umount", "--lazy", path(slot).toString());
    }

    public Path path(String slot) {
        return pool.resolve("root").resolve(slot);
    }

    /// What was written to the guard, where no drive is.
    public long guardBytes() {
        try (var files = Files.walk(guard)) {
            return files.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String mergerfs(Path point) {
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                if (commandLine(process).startsWith("mergerfs\0")
                        && commandLine(process).contains(point.toString())) {
                    return process.getFileName().toString();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no mergerfs at " + point);
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"));
        } catch (IOException _) {
            return "";
        }
    }

    public void kill(String pid) {
        run("kill", "-9", pid);
        var process = ProcessHandle.of(Long.parseLong(pid));
        process.ifPresent(handle -> handle.onExit().join());
    }

    public final class Container {

        private final String name;

        private Container(String name) {
            this.name = name;
        }

        /// Opens it: whether a name is there alone, the kernel answers for a second from what it has heard before.
        public boolean sees(String file) {
            return programs.run(Command.of(
                                    Duration.ofSeconds(20),
                                    "docker",
                                    "exec",
                                    name,
                                    "/bin/busybox",
                                    "head",
                                    "-c",
                                    "1",
                                    "/pool/" + file))
                            instanceof Exited exited
                    && exited.succeeded();
        }

        /// Keeps it open for as long as the container lives.
        public void holds(String file) {
            run(
                    "docker",
                    "exec",
                    "-d",
                    name,
                    "/bin/busybox",
                    "sh",
                    "-c",
                    "exec 3<'/pool/%s' && touch /tmp/held && exec sleep 600".formatted(file));
            run("docker", "exec", name, "/bin/sh", "-c", "until [ -e /tmp/held ]; do :; done");
        }

        public int restarts() {
            return Integer.parseInt(output("docker", "inspect", "--format", "{{.RestartCount}}", name));
        }
    }

    public Container container() {
        assumeTrue(
                programs.run(Command.of(Duration.ofSeconds(20), "docker", "version")) instanceof Exited exited
                        && exited.succeeded(),
                "skipped: no Docker engine answers");
        new ToyImages().make(IMAGE);
        var name = folder.getFileName().toString();
        undo.push(() -> programs.run(Command.of(Duration.ofSeconds(30), "docker", "rm", "-f", name)));
        var bind = "type=bind,source=%s,target=/pool,bind-propagation=rslave".formatted(pool.resolve("root"));
        run("docker", "run", "-d", "--name", name, "--network", "none", "--mount", bind, IMAGE.reference());
        return new Container(name);
    }

    @Override
    public List<Slot> slots() {
        var slots = new ArrayList<Slot>();
        synchronized (online) {
            online.forEach((name, there) -> slots.add(slot(name, there)));
        }
        return slots;
    }

    private Slot slot(String name, boolean there) {
        try {
            var store = Files.getFileStore(path(name));
            return new Slot(
                    name,
                    path(name),
                    there,
                    false,
                    "ext4",
                    there ? store.getTotalSpace() : 0,
                    there ? store.getUsableSpace() : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path place(String name) {
        try {
            Files.createDirectories(guard.resolve("root").resolve(name));
            return path(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mount(String... arguments) {
        var argv = new ArrayList<>(List.of("mount"));
        argv.addAll(List.of(arguments));
        run(argv.toArray(String[]::new));
        var point = argv.getLast();
        undo.push(() -> programs.run(Command.of(Duration.ofSeconds(10), "umount", "--lazy", point)));
    }

    public void run(String... argv) {
        output(argv);
    }

    private String output(String... argv) {
        var outcome = programs.run(Command.of(Duration.ofMinutes(1), argv));
        if (outcome instanceof Exited exited && exited.succeeded()) {
            return exited.stdout().strip();
        }
        throw new AssertionError(String.join(" ", argv) + ": " + outcome);
    }

    @Override
    public void close() {
        undo.forEach(Runnable::run);
        programs.run(Command.of(Duration.ofSeconds(30), "rm", "-rf", "--one-file-system", folder.toString()));
    }
}
