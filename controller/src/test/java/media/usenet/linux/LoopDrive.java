package media.usenet.linux;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome.Exited;

/// A loop device over an image file: the drive that a test plugs and pulls.
public final class LoopDrive {

    private final Path image;
    private final Path device;

    private LoopDrive(Path image, Path device) {
        this.image = image;
        this.device = device;
    }

    /// Skips the test where this process may not attach loop devices.
    public static void assumePossible() {
        assumeTrue(
                "root".equals(System.getProperty("user.name")) && Files.exists(Path.of("/dev/loop-control")),
                "skipped, needs root and /dev/loop-control");
    }

    /// An image file with a file system on it, attached until the end of the test.
    ///
    /// @param make the program that makes the file system, and its options; the image is added: `mkfs.ext4 -q`
    public static LoopDrive made(Path image, long bytes, Undo undo, String... make) throws IOException {
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(bytes);
        }
        var argv = new ArrayList<>(List.of(make));
        if (!argv.isEmpty()) {
            argv.add(image.toString());
            run(argv.toArray(String[]::new));
        }
        return attached(image, undo);
    }

    /// @param options of losetup: `--partscan`
    public static LoopDrive attached(Path image, Undo undo, String... options) {
        var argv = new ArrayList<>(List.of("losetup", "--find", "--show"));
        argv.addAll(List.of(options));
        argv.add(image.toString());
        var drive = new LoopDrive(image, Path.of(run(argv.toArray(String[]::new))));
        undo.later(drive::detach);
        return drive;
    }

    /// Mounted until the end of the test.
    public LoopDrive mount(Path point, Undo undo) throws IOException {
        Files.createDirectories(point);
        run("mount", device.toString(), point.toString());
        undo.later(() -> run("umount", "--lazy", point.toString()));
        return this;
    }

    /// Runs a program that must succeed.
    ///
    /// @return what it printed, without the line's end
    public static String run(String... argv) {
        var outcome = new HostProcessRunner().run(Command.of(Duration.ofMinutes(1), List.of(argv)));
        if (outcome instanceof Exited exited && exited.succeeded()) {
            return exited.stdout().strip();
        }
        throw new AssertionError(String.join(" ", argv) + " -> " + outcome);
    }

    public Path device() {
        return device;
    }

    public Path image() {
        return image;
    }

    /// The kernel's name: `loop3`.
    public String name() {
        return Objects.requireNonNull(device.getFileName()).toString();
    }

    /// Makes the kernel announce this device, as if it had come, changed or gone.
    public void announce(String action) throws IOException {
        Files.writeString(Path.of("/sys/block", name(), "uevent"), action);
    }

    /// Detaches it, if it is still this image that is attached.
    public void detach() throws IOException {
        try {
            if (isAttached()) {
                run("losetup", "--detach", device.toString());
            }
        } catch (AssertionError e) {
            // One that was asked to go before goes by itself with its last user, at any moment.
            if (isAttached()) {
                throw e;
            }
        }
    }

    private boolean isAttached() throws IOException {
        try {
            var backing = Path.of("/sys/block", name(), "loop/backing_file");
            return Files.readString(backing).strip().equals(image.toString());
        } catch (NoSuchFileException _) {
            return false;
        }
    }
}
