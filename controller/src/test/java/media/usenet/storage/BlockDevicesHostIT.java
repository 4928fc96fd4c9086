package media.usenet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import media.usenet.linux.LoopDrive;
import media.usenet.linux.Undo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The facts about this machine's own devices.
@Timeout(120)
class BlockDevicesHostIT {

    private static final long SIZE = 32L << 20;

    @TempDir
    private Path folder;

    private final BlockDevices devices = new BlockDevices(Path.of("/sys"));

    @BeforeEach
    void possible() {
        LoopDrive.assumePossible();
    }

    @Test
    void an_attached_image_is_a_disk_with_its_file_and_size() throws IOException {
        try (var undo = new Undo()) {
            var drive = LoopDrive.made(folder.resolve("an image"), SIZE, undo);
            var disk = devices.find(drive.name()).orElseThrow();
            assertThat(disk.backing()).isEqualTo(drive.image().toRealPath().toString());
            assertThat(disk.sizeBytes()).isEqualTo(SIZE);
            assertThat(disk.transport()).isEqualTo("loop");
            assertThat(disk.isPartition()).isFalse();
            assertThat(disk.readOnly()).isFalse();
            assertThat(disk.number())
                    .isEqualTo(LoopDrive.run(
                            "lsblk",
                            "--nodeps",
                            "--noheadings",
                            "--output",
                            "MAJ:MIN",
                            drive.device().toString()));
            assertThat(devices.all()).contains(disk);
        }
    }

    @Test
    void an_image_that_is_attached_anew_has_a_higher_sequence() throws IOException {
        try (var undo = new Undo()) {
            var drive = LoopDrive.made(folder.resolve("image"), SIZE, undo);
            long before = devices.find(drive.name()).orElseThrow().sequence();
            assumeTrue(before > 0, "skipped, this kernel does not count disks");
            drive.detach();
            var again = LoopDrive.attached(drive.image(), undo);
            assertThat(devices.find(again.name()).orElseThrow().sequence()).isGreaterThan(before);
        }
    }

    @Test
    void a_partition_is_found_with_its_disk_and_its_number() throws IOException {
        try (var undo = new Undo()) {
            var drive = partitioned(undo);
            if (devices.find(drive.name() + "p2").isEmpty()) {
                // A kernel without a driver for partition tables is told where they are.
                LoopDrive.run("partx", "--add", drive.device().toString());
            }
            var second = devices.find(drive.name() + "p2").orElseThrow();
            assertThat(second.disk()).isEqualTo(drive.name());
            assertThat(second.partition()).isEqualTo(2);
            assertThat(second.sizeBytes()).isEqualTo(4096 * 512);
            assertThat(second.backing()).isEqualTo(drive.image().toRealPath().toString());
            assertThat(second.sequence())
                    .isEqualTo(devices.find(drive.name()).orElseThrow().sequence());
            assertThat(devices.find(drive.name() + "p3")).isEmpty();
        }
    }

    @Test
    void a_partition_has_the_uuid_that_its_table_gives_it() throws IOException {
        try (var undo = new Undo()) {
            var drive = partitioned(undo);
            var uuid = devices.find(drive.name() + "p2").map(BlockDevice::partUuid);
            assumeTrue(uuid.isPresent(), "skipped, this kernel reads no partition table, or announces no PARTUUID");
            assertThat(uuid.get())
                    .isEqualToIgnoringCase(
                            LoopDrive.run("sfdisk", "--part-uuid", drive.image().toString(), "2"));
        }
    }

    private LoopDrive partitioned(Undo undo) throws IOException {
        var image = folder.resolve("image");
        LoopDrive.run("truncate", "--size=" + SIZE, image.toString());
        var table = Files.writeString(folder.resolve("table"), "label: gpt\nsize=8192\nsize=4096\n");
        LoopDrive.run("sh", "-c", "sfdisk -q '%s' < '%s'".formatted(image, table));
        return LoopDrive.attached(image, undo, "--partscan");
    }

    @Test
    void the_disk_of_this_systems_root_is_protected_and_a_new_drive_is_not() throws IOException {
        var mounts = new Mounts(Path.of("/proc/self/mountinfo")).all();
        var root = Mounts.holding(Path.of("/"), mounts).orElseThrow();
        try (var undo = new Undo()) {
            var drive = LoopDrive.made(folder.resolve("image"), SIZE, undo);
            var all = devices.all();
            var holding = all.stream()
                    .filter(device -> device.number().equals(root.number()))
                    .findFirst();
            assumeTrue(holding.isPresent(), "skipped, the root of this system is on no device of its own");
            var found = ProtectedDevices.of(
                    all,
                    mounts,
                    Files.readString(Path.of("/proc/swaps")),
                    List.of(),
                    new DeviceLinks(Path.of("/dev"))::name);
            assertThat(found.because(holding.orElseThrow())).contains("the system runs from it (/)");
            assertThat(found.notAsAWhole(
                            devices.find(holding.orElseThrow().disk()).orElseThrow()))
                    .isPresent();
            assertThat(found.notAsAWhole(devices.find(drive.name()).orElseThrow()))
                    .isEmpty();
        }
    }
}
