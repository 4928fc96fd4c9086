package media.usenet.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the real kernel counts of real file systems.
class FileSystemErrorsHostIT {

    private static final String UUID = "5f0c1d1e-6a52-4c6b-9d3e-0a1b2c3d4e5f";

    private final HostProcessRunner programs = new HostProcessRunner();
    private final FileSystemErrors errors = new FileSystemErrors(Path.of("/sys"));
    private final Deque<String[]> undo = new ArrayDeque<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void needs() {
        assumeTrue(Files.isWritable(Path.of("/dev/loop-control")), "needs root and /dev/loop-control");
    }

    @AfterEach
    void undo() {
        undo.forEach(argv -> programs.run(Command.of(Duration.ofSeconds(30), argv)));
    }

    @Test
    void an_error_in_ext4_is_counted() throws IOException {
        var device = mount("ext4", "mkfs.ext4", "-q", "-U", UUID);
        assertThat(errors.of("ext4", device, UUID)).isZero();
        Files.writeString(Path.of("/sys/fs/ext4", device, "trigger_fs_error"), "a test\n");
        assertThat(errors.of("ext4", device, UUID)).isEqualTo(1);
    }

    @Test
    void btrfs_counts_from_none_on_and_xfs_does_not_count() throws IOException {
        assertThat(errors.of("btrfs", mount("btrfs", "mkfs.btrfs", "-q", "-U", UUID), UUID))
                .isZero();
        assertThat(errors.of("xfs", mount("xfs", "mkfs.xfs", "-q"), UUID)).isNull();
    }

    private String mount(String type, String... mkfs) throws IOException {
        var image = folder.resolve(type);
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(320L << 20);
        }
        var device = run("losetup", "-f", "--show", image.toString());
        undo.push(new String[] {"losetup", "-d", device});
        var argv = new ArrayDeque<>(List.of(mkfs));
        argv.add(device);
        run(argv.toArray(String[]::new));
        var point = Files.createDirectory(folder.resolve("on-" + type)).toString();
        run("mount", "-t", type, device, point);
        undo.push(new String[] {"umount", "-l", point});
        return device.substring("/dev/".length());
    }

    private String run(String... argv) {
        var outcome = programs.run(Command.of(Duration.ofSeconds(30), argv));
        assumeFalse(outcome instanceof Outcome.NotFound, "there is no program " + argv[0]);
        assertThat(outcome)
                .as(String.join(" ", argv))
                .isInstanceOfSatisfying(
                        Outcome.Exited.class,
                        exited -> assertThat(exited.succeeded())
                                .as(exited.stderr())
                                .isTrue());
        return ((Outcome.Exited) outcome).stdout().strip();
    }
}
