package media.usenet.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import media.usenet.storage.ProtectedDevices.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProtectedDevicesTest {

    private static final String NO_SWAPS = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n";
    private static final String ROOT = "the system runs from it (/)";
    private static final String MEMBER = "part of an array or volume group: managed elsewhere";

    private final List<BlockDevice> devices = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final Map<String, String> links = new HashMap<>();
    private final StringBuilder mountinfo = new StringBuilder();
    private String swaps = NO_SWAPS;

    @Test
    void the_partition_of_the_root_is_protected_and_its_neighbour_is_not() {
        disk("sda", "8:0");
        partition("sda1", "8:1", "sda");
        partition("sda2", "8:2", "sda");
        disk("sdb", "8:16");
        mounted("8:1", "/", "ext4", "/dev/sda1");
        assertThat(because("sda1")).isEqualTo(ROOT);
        assertThat(because("sda2")).isEqualTo("free");
        assertThat(because("sda")).isEqualTo("free");
        assertThat(asAWhole("sda")).isEqualTo("sda1 is on it: " + ROOT);
        assertThat(asAWhole("sda2")).isEqualTo("free");
        assertThat(asAWhole("sdb")).isEqualTo("free");
    }

    @Test
    void each_of_the_systems_places_protects_what_it_lies_on() {
        disk("sda", "8:0");
        partition("sda1", "8:1", "sda");
        partition("sda2", "8:2", "sda");
        partition("sda3", "8:3", "sda");
        partition("sda4", "8:4", "sda");
        mounted("8:1", "/", "ext4", "/dev/sda1");
        mounted("8:2", "/boot/efi", "vfat", "/dev/sda2");
        mounted("8:3", "/var/lib/docker", "xfs", "/dev/sda3");
        mounted("8:4", "/mnt/films", "xfs", "/dev/sda4");
        places.add(new Place(Path.of("/var/lib/docker"), "Docker's data"));
        assertThat(because("sda2")).isEqualTo("the system runs from it (/boot/efi)");
        assertThat(because("sda3")).isEqualTo("Docker's data (/var/lib/docker)");
        assertThat(because("sda4")).isEqualTo("free");
    }

    @Test
    void a_place_below_no_mount_of_its_own_protects_what_lies_above_it() {
        disk("sda", "8:0");
        disk("sdb", "8:16");
        mounted("8:0", "/", "ext4", "/dev/sda");
        mounted("8:16", "/data", "ext4", "/dev/sdb");
        places.add(new Place(Path.of("/data/docker"), "Docker's data"));
        assertThat(because("sda")).isEqualTo(ROOT);
        assertThat(because("sdb")).isEqualTo("Docker's data (/data/docker)");
    }

    @Test
    void a_root_on_an_encrypted_volume_group_protects_every_partition_beneath() {
        disk("nvme0n1", "259:0");
        partition("nvme0n1p1", "259:1", "nvme0n1");
        partition("nvme0n1p2", "259:2", "nvme0n1", "dm-0");
        volume("dm-0", "253:0", "dm-1", "dm-2");
        volume("dm-1", "253:1");
        volume("dm-2", "253:2");
        mounted("253:1", "/", "ext4", "/dev/mapper/vg-root");
        assertThat(because("nvme0n1p2")).isEqualTo(ROOT);
        assertThat(because("dm-0")).isEqualTo(ROOT);
        assertThat(because("dm-1")).isEqualTo(ROOT);
        assertThat(because("dm-2")).isEqualTo("an array or a volume of a group: managed elsewhere");
        assertThat(asAWhole("nvme0n1")).isEqualTo("nvme0n1p2 is on it: " + ROOT);
        assertThat(because("nvme0n1p1")).isEqualTo("free");
    }

    @Test
    void a_root_on_a_partition_of_an_array_protects_its_members() {
        disk("sda", "8:0", "md127");
        disk("sdb", "8:16", "md127");
        devices.add(device("md127", "9:127", "md127", null, "md", null));
        partition("md127p1", "259:0", "md127");
        mounted("259:0", "/", "ext4", "/dev/md127p1");
        assertThat(because("sda")).isEqualTo(ROOT);
        assertThat(because("sdb")).isEqualTo(ROOT);
    }

    @Test
    void members_of_what_is_not_the_systems_are_left_to_whoever_manages_them() {
        disk("sdc", "8:32");
        partition("sdc1", "8:33", "sdc", "dm-3");
        partition("sdc2", "8:34", "sdc");
        volume("dm-3", "253:3");
        assertThat(because("sdc1")).isEqualTo(MEMBER);
        assertThat(asAWhole("sdc")).isEqualTo("sdc1 is on it: " + MEMBER);
        assertThat(because("sdc2")).isEqualTo("free");
    }

    @Test
    void partitions_of_a_disk_that_is_a_member_as_a_whole_are_members() {
        disk("sdc", "8:32", "md0");
        partition("sdc1", "8:33", "sdc");
        assertThat(because("sdc1")).isEqualTo(MEMBER);
    }

    @Test
    void swap_is_protected_on_a_device_behind_a_link_and_in_a_file() {
        disk("sda", "8:0");
        disk("sdb", "8:16");
        partition("sdb1", "8:17", "sdb", "dm-1");
        volume("dm-1", "253:1");
        disk("sdc", "8:32");
        disk("sdd", "8:48");
        mounted("8:32", "/mnt/my\\040swap", "ext4", "/dev/sdc");
        links.put("/dev/mapper/swap", "dm-1");
        swaps += """
                /dev/sda                                partition	1048572		0		-2
                /dev/mapper/swap                        partition	1048572		0		-3
                /mnt/my\\040swap/file                   file		1048572		0		-4
                """;
        assertThat(because("sda")).isEqualTo("swap");
        assertThat(because("sdb1")).isEqualTo("swap");
        assertThat(because("sdc")).isEqualTo("swap");
        assertThat(because("sdd")).isEqualTo("free");
    }

    @Test
    void a_btrfs_root_has_no_number_of_a_device_and_is_found_by_its_source() {
        disk("sda", "8:0");
        partition("sda1", "8:1", "sda", "dm-0");
        volume("dm-0", "253:0");
        mounted("0:31", "/", "btrfs", "/dev/mapper/luks-1234");
        links.put("/dev/mapper/luks-1234", "dm-0");
        assertThat(because("dm-0")).isEqualTo(ROOT);
        assertThat(because("sda1")).isEqualTo(ROOT);
    }

    @Test
    void an_overlay_root_protects_what_its_layers_lie_on() {
        disk("mmcblk0", "179:0");
        partition("mmcblk0p2", "179:2", "mmcblk0");
        disk("sda", "8:0");
        mountinfo.append(
                "1 0 0:30 / / rw - overlay overlay rw,lowerdir=/media/root-ro,upperdir=/media/rw/up,workdir=/x\n");
        mounted("179:2", "/media/root-ro", "ext4", "/dev/mmcblk0p2");
        mounted("8:0", "/media/rw", "ext4", "/dev/sda");
        assertThat(because("mmcblk0p2")).isEqualTo(ROOT);
        assertThat(because("sda")).isEqualTo(ROOT);
    }

    @Test
    void a_system_that_runs_from_an_image_protects_the_drive_with_the_image() {
        disk("sdb", "8:16");
        devices.add(device("loop0", "7:0", "loop0", null, "loop", "/cdrom/live/root.squashfs"));
        mounted("7:0", "/", "squashfs", "/dev/loop0");
        mounted("8:16", "/cdrom", "vfat", "/dev/sdb");
        assertThat(because("sdb")).isEqualTo(ROOT);
    }

    @Test
    void an_image_on_the_systems_drive_may_be_used() {
        disk("sda", "8:0");
        devices.add(device("loop0", "7:0", "loop0", null, "loop", "/home/me/drive.img"));
        mounted("8:0", "/", "ext4", "/dev/sda");
        assertThat(because("loop0")).isEqualTo("free");
        assertThat(asAWhole("loop0")).isEqualTo("free");
    }

    @Test
    void a_root_in_memory_or_on_the_network_protects_no_disk() {
        disk("sda", "8:0");
        mounted("0:20", "/", "nfs4", "server:/root");
        mounted("0:21", "/var", "tmpfs", "tmpfs");
        assertThat(because("sda")).isEqualTo("free");
    }

    private String because(String name) {
        return found().because(named(name)).orElse("free");
    }

    private String asAWhole(String name) {
        return found().notAsAWhole(named(name)).orElse("free");
    }

    private ProtectedDevices found() {
        var mounts = Mount.parse(mountinfo.toString());
        return ProtectedDevices.of(
                devices, mounts, swaps, places, name -> links.getOrDefault(name, name.replace("/dev/", "")));
    }

    private BlockDevice named(String name) {
        return devices.stream()
                .filter(device -> device.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void mounted(String number, String point, String type, String source) {
        mountinfo.append("1 0 %s / %s rw - %s %s rw\n".formatted(number, point, type, source));
    }

    private void disk(String name, String number, String... holders) {
        devices.add(device(name, number, name, null, "sata", null, holders));
    }

    private void partition(String name, String number, String disk, String... holders) {
        devices.add(device(name, number, disk, 1, "sata", null, holders));
    }

    private void volume(String name, String number, String... holders) {
        devices.add(device(name, number, name, null, "dm", null, holders));
    }

    private static BlockDevice device(
            String name,
            String number,
            String disk,
            @Nullable Integer partition,
            String transport,
            @Nullable String backing,
            String... holders) {
        return new BlockDevice(
                name,
                number,
                disk,
                partition,
                1,
                4096,
                false,
                false,
                transport,
                null,
                null,
                null,
                null,
                null,
                List.of(holders),
                backing);
    }
}
