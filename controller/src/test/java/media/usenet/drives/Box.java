package media.usenet.drives;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import media.usenet.docker.ToyImages;
import media.usenet.docker.ToyImages.Toy;
import media.usenet.linux.LoopDrive;
import media.usenet.linux.Undo;

/// A container that binds a pool as those of the stack do, and does as a shell script says. What it sees is looked at
/// through `/proc/PID/root`, which the kernel resolves in the container's own mount namespace.
final class Box {

    private static final String IMAGE = "usenet/rig:1";

    private final String name = "usenet-rig-" + UUID.randomUUID().toString().substring(0, 8);
    private final int pid;
    private final String started;

    Box(Rig rig, String script) {
        this(rig, script, "rslave");
    }

    /// @param propagation of what is mounted in the pool later
    Box(Rig rig, String script, String propagation) {
        this(rig.folder.resolve("pool/root"), rig.undo, script, propagation);
    }

    Box(Path tree, Undo undo, String script) {
        this(tree, undo, script, "rslave");
    }

    /// @param tree what is bound as `/pool`
    Box(Path tree, Undo undo, String script, String propagation) {
        new ToyImages().make(Toy.of(IMAGE, 8080));
        var mount = "type=bind,source=%s,target=/pool,bind-propagation=%s".formatted(tree, propagation);
        LoopDrive.run(
                "docker",
                "run",
                "--detach",
                "--name",
                name,
                "--network",
                "none",
                "--restart",
                "unless-stopped",
                "--mount",
                mount,
                "--entrypoint",
                "/bin/sh",
                IMAGE,
                "-c",
                script);
        undo.later(() -> LoopDrive.run("docker", "rm", "--force", "--volumes", name));
        pid = Integer.parseInt(inspect("{{.State.Pid}}"));
        started = inspect("{{.State.StartedAt}} {{.RestartCount}}");
    }

    /// The process that Docker started, by its number on this machine.
    int pid() {
        return pid;
    }

    String name() {
        return name;
    }

    /// A path of the pool, as the container sees it.
    Path sees(String path) {
        return Path.of("/proc", String.valueOf(pid), "root/pool").resolve(path);
    }

    boolean reads(String path) {
        return Files.isReadable(sees(path));
    }

    /// What a command prints that is run inside, both streams together, whatever it ends with.
    String runs(String... command) {
        var argv = new ArrayList<>(List.of("docker", "exec", name, "/bin/sh", "-c"));
        argv.add(String.join(" ", command) + " 2>&1 || true");
        return LoopDrive.run(argv.toArray(String[]::new));
    }

    /// Whether Docker neither restarted nor replaced it since it was made.
    boolean neverRestarted() {
        return inspect("{{.State.StartedAt}} {{.RestartCount}}").equals(started)
                && inspect("{{.State.Running}}").equals("true");
    }

    /// Bytes of regular files below a path, as the container sees them.
    long bytes(String path) {
        try (var files = Files.walk(sees(path))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String inspect(String format) {
        return LoopDrive.run("docker", "inspect", "--format", format, name);
    }
}
