package media.usenet.drives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import media.usenet.linux.LoopDrive;
import media.usenet.linux.Undo;

/// What a udev rule with a mount script does, without udevd: `busybox uevent` hears the kernel and starts the script
/// for each announcement, as `RUN+=` does. It is quicker than the real thing, which reads its rules, makes its links
/// and hands the mount to another process first.
final class MountScript {

    static final String LABEL = "usenet-peer";

    private static final String SCRIPT = """
            #!/bin/sh
            [ "$SUBSYSTEM" = block ] || exit 0
            case $ACTION in
                add | change)
                    label=$(blkid -p -o value -s LABEL "/dev/$DEVNAME")
                    [ "$label" = @LABEL@ ] || exit 0
                    mkdir -p "@TREE@/$label"
                    mountpoint -q "@TREE@/$label" || mount "/dev/$DEVNAME" "@TREE@/$label"
                    ;;
                remove)
                    grep -q "^/dev/$DEVNAME @TREE@/@LABEL@ " /proc/mounts && umount -l "@TREE@/@LABEL@"
                    ;;
            esac
            """;

    private final Path tree;
    private final Path script;

    MountScript(Path folder, Undo undo) throws IOException {
        tree = Files.createDirectories(folder.resolve("peer"));
        script = folder.resolve("mount-script");
        Files.writeString(script, SCRIPT.replace("@TREE@", tree.toString()).replace("@LABEL@", LABEL));
        LoopDrive.run("mount", "--bind", tree.toString(), tree.toString());
        undo.later(() -> LoopDrive.run("umount", "--recursive", "--lazy", tree.toString()));
        LoopDrive.run("mount", "--make-rshared", tree.toString());
    }

    Path tree() {
        return tree;
    }

    Path place() {
        return tree.resolve(LABEL);
    }

    /// Listens until it is closed; only in its own turns, so that it costs the others nothing.
    Listening listen() throws IOException {
        var process = new ProcessBuilder("busybox", "uevent", "sh", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Looking.until("the mount script is listening", () -> hears(process.pid()));
        return new Listening(process);
    }

    record Listening(Process process) implements AutoCloseable {

        @Override
        public void close() {
            // A script that is still at it is let finish.
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            process.destroyForcibly().onExit().join();
        }
    }

    private static boolean hears(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/net/netlink")).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .anyMatch(words -> words[1].equals("15") && words[2].equals(String.valueOf(pid)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
