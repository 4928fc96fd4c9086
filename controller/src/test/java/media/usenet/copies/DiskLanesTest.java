package media.usenet.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import media.usenet.storage.Mounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskLanesTest {

    @TempDir
    private Path sysfs;

    private DiskLanes lanes = new DiskLanes(Path.of("/none"), new Mounts(Path.of("/none")));

    @BeforeEach
    void disks() throws IOException {
        disk("sda", "8:0", "1\n");
        partition("sda", "sda1", "8:1");
        disk("nvme0n1", "259:0", "0\n");
        partition("nvme0n1", "nvme0n1p300", "259:300");
        var mountinfo = Files.writeString(sysfs.resolve("mountinfo"), """
                20 1 259:300 / / rw - ext4 /dev/nvme0n1p300 rw
                21 20 0:44 /films /srv/films rw - btrfs /dev/sda1 rw
                22 20 0:45 / /srv/pool rw - fuse.mergerfs films:series rw
                """);
        lanes = new DiskLanes(sysfs, new Mounts(mountinfo));
    }

    @Test
    void a_partition_is_read_from_its_disk() {
        assertThat(lanes.of(file("/mnt/a", 8 << 8 | 1))).isEqualTo(new Lane("sda", true));
        // makedev(259, 300)
        assertThat(lanes.of(file("/a", 0x10_0000L | 259 << 8 | 0x2c))).isEqualTo(new Lane("nvme0n1", false));
    }

    @Test
    void a_file_system_with_a_number_of_its_own_is_read_from_what_is_mounted() {
        assertThat(lanes.of(file("/srv/films/a", 44))).isEqualTo(new Lane("sda", true));
    }

    @Test
    void what_cannot_be_told_is_read_as_if_it_spun() {
        assertThat(lanes.of(file("/srv/pool/a", 45))).isEqualTo(new Lane("0:45", true));
    }

    private static Content file(String path, long device) {
        return new Content(Path.of(path), 1, new FileKey(device, 1), Instant.EPOCH);
    }

    private void disk(String name, String number, String rotational) throws IOException {
        var disk = Files.createDirectories(sysfs.resolve("devices/bus").resolve(name));
        Files.writeString(disk.resolve("dev"), number + "\n");
        Files.writeString(Files.createDirectories(disk.resolve("queue")).resolve("rotational"), rotational);
        link(name, disk);
    }

    private void partition(String disk, String name, String number) throws IOException {
        var folder = Files.createDirectories(
                sysfs.resolve("devices/bus").resolve(disk).resolve(name));
        Files.writeString(folder.resolve("dev"), number + "\n");
        Files.writeString(folder.resolve("partition"), "1\n");
        link(name, folder);
    }

    private void link(String name, Path target) throws IOException {
        Files.createSymbolicLink(
                Files.createDirectories(sysfs.resolve("class/block")).resolve(name), target);
    }
}
