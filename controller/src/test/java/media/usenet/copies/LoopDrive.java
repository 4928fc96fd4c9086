package media.usenet.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;

/// A file system of its own on a loop device, for as long as a test needs it.
public final class LoopDrive implements AutoCloseable {

    private final HostProcessRunner programs = new HostProcessRunner();
    private final Deque<String[]> undo = new ArrayDeque<>();
    private final Path point;

    private LoopDrive(Path point) {
        this.point = point;
    }

    public static LoopDrive make(Path folder, String type, long bytes, String... mkfs) throws IOException {
        assumeTrue(
                "root".equals(System.getProperty("user.name")) && Files.isWritable(Path.of("/dev/loop-control")),
                "skipped, needs root and /dev/loop-control");
        assumeTrue(Files.exists(Path.of("/sbin/mkfs." + type)), "skipped, there is no mkfs." + type);
        var drive = new LoopDrive(Files.createDirectory(folder.resolve("on-" + type)));
        var image = folder.resolve(type + ".image");
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(bytes);
        }
        var device = drive.run("losetup", "-f", "--show", image.toString());
        drive.undo.push(new String[] {"losetup", "-d", device});
        var argv = new ArrayDeque<>(List.of(mkfs));
        argv.addFirst("mkfs." + type);
        argv.add(device);
        drive.run(argv.toArray(String[]::new));
        drive.run("mount", "-t", type, device, drive.point.toString());
        drive.undo.push(new String[] {"umount", drive.point.toString()});
        return drive;
    }

    public Path point() {
        return point;
    }

    /// As `df` sees it, after all that was written and deleted has arrived.
    public long freeBytes() throws IOException {
        run("sync", "-f", point.toString());
        // XFS gives back the blocks of deleted files in the background, and has done it all before it freezes.
        run("fsfreeze", "-f", point.toString());
        run("fsfreeze", "-u", point.toString());
        return Long.parseLong(run("stat", "-f", "-c", "%f", point.toString()))
                * Long.parseLong(run("stat", "-f", "-c", "%S", point.toString()));
    }

    String run(String... argv) {
        var outcome = programs.run(Command.of(Duration.ofSeconds(60), argv));
        assertThat(outcome)
                .as(String.join(" ", argv))
                .isInstanceOfSatisfying(
                        Outcome.Exited.class,
                        exited -> assertThat(exited.succeeded())
                                .as(exited.stderr())
                                .isTrue());
        return ((Outcome.Exited) outcome).stdout().strip();
    }

    @Override
    public void close() {
        undo.forEach(argv -> programs.run(Command.of(Duration.ofSeconds(30), argv)));
    }
}
