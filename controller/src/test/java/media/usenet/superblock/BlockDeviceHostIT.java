package media.usenet.superblock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real block devices, and what can only be made on one.
class BlockDeviceHostIT {

    private static final Path LOOP_CONTROL = Path.of("/dev/loop-control");

    @TempDir
    private Path folder;

    private Path device = Path.of("none");

    @BeforeEach
    void attach() throws Exception {
        assumeTrue(
                "root".equals(System.getProperty("user.name")) && Files.isWritable(LOOP_CONTROL),
                "skipped, needs root and " + LOOP_CONTROL);
        var image = new Images(folder).blank(64 << 20);
        device = Path.of(Images.run(image, "losetup -f --show $IMAGE").strip());
    }

    @AfterEach
    void detach() {
        if (Files.exists(device)) {
            Images.run(device, "losetup -d $IMAGE");
        }
    }

    @Test
    void a_block_device_is_read_as_an_image_is() {
        Images.run(device, "mkfs.ext4 -q -F -L films $IMAGE");
        assertType("ext4");
    }

    @Test
    void a_block_device_that_is_too_small_says_by_how_much() throws Exception {
        Images.run(device, "mkfs.ext4 -q -F $IMAGE");
        Images.truncate(
                Path.of(Images.run(device, "losetup -n -O BACK-FILE $IMAGE").strip()), 32 << 20);
        Images.run(device, "losetup -c $IMAGE");
        assertThat(new SuperblockProbe().read(device))
                .isEqualTo(new Content.Unknown(
                        "ext4: the file system is larger than the device: 67108864 > 33554432 bytes"));
    }

    @Test
    void a_blank_block_device_is_blank() {
        assertThat(new SuperblockProbe().read(device)).isEqualTo(new Content.Blank());
    }

    @Test
    void a_physical_volume_of_lvm_is_read_as_blkid_reads_it() {
        Images.run(device, "pvcreate -q -y $IMAGE 2>&1");
        assertType("LVM2_member");
        Images.run(device, "printf - | dd of=$IMAGE bs=1 seek=560 conv=notrunc status=none");
        assertThat(new SuperblockProbe().read(device))
                .isEqualTo(new Content.Unknown("LVM2_member: the checksum of its label is wrong"));
    }

    @Test
    void a_member_that_mdadm_made_is_read_as_blkid_reads_it() {
        assumeTrue(Files.exists(Path.of("/proc/mdstat")), "skipped, this kernel has no md driver");
        for (var version : new String[] {"0.90", "1.0", "1.1", "1.2"}) {
            var array = "/dev/md/usenet-test";
            Images.run(
                    device,
                    "mdadm --create %s --run --metadata=%s --level=1 --raid-devices=2 $IMAGE missing 2>&1"
                            .formatted(array, version));
            Images.run(device, "mdadm --stop " + array + " 2>&1");
            assertType("linux_raid_member");
            Images.run(device, "mdadm --zero-superblock $IMAGE");
        }
    }

    private void assertType(String type) {
        var content = new SuperblockProbe().read(device);
        Peer.assertSame(content, device);
        assertThat(Images.blkid(device)).containsEntry("ID_FS_TYPE", type);
    }
}
