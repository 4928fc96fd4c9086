package media.usenet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockDevicesTest {

    private static final String USB = "pci0000:00/0000:00:14.0/usb2/2-1";
    private static final String USB_LUN = USB + "/2-1:1.0/host6/target6:0:0/6:0:0:0";
    private static final String ATA_LUN = "pci0000:00/0000:00:17.0/ata3/host2/target2:0:0/2:0:0:0";
    private static final String NAA = "0103 0008 5000c500a1b2c3d4";
    private static final String NAA_OF_THE_PORT = "0193 0008 5000c500a1b2c3ff";

    @TempDir
    private Path root;

    private SysfsTree sys;

    @BeforeEach
    void tree() {
        sys = new SysfsTree(root);
    }

    @Test
    void a_bridge_that_lets_the_drive_speak_gives_the_drives_own_names() throws IOException {
        usbDisk()
                .bytes(USB_LUN + "/vpd_pg83", page83(ata("WDC WD120EDAZ-11F3RA0", "5PGR4K2B") + NAA))
                .bytes(USB_LUN + "/vpd_pg80", "00800008" + hex("BRIDGE01"));
        assertThat(device("sdb"))
                .isEqualTo(new BlockDevice(
                        "sdb",
                        "8:16",
                        "sdb",
                        null,
                        71,
                        12000138625024L,
                        false,
                        true,
                        "usb",
                        null,
                        "WDC WD120EDAZ-11F3RA0",
                        "5PGR4K2B",
                        "0x5000c500a1b2c3d4",
                        null,
                        List.of(),
                        null));
    }

    @Test
    void a_bridge_that_does_not_is_known_by_what_usb_says_of_it() throws IOException {
        usbDisk();
        var disk = device("sdb");
        assertThat(disk.vendor()).isEqualTo("Samsung");
        assertThat(disk.model()).isEqualTo("PSSD T7");
        assertThat(disk.serial()).isEqualTo("S5SXNS0R702481A");
        assertThat(disk.wwn()).isNull();
    }

    @Test
    void a_partition_has_its_own_size_and_its_disks_sequence_and_names() throws IOException {
        usbDisk();
        partition(USB_LUN + "/block/sdb/sdb1", "8:17", 2048, 1)
                .put(
                        USB_LUN + "/block/sdb/sdb1/uevent",
                        "DEVTYPE=partition\nPARTN=1\nPARTUUID=0f0e0d0c-0102-4304-8506-0708090a0b0c\n");
        var partition = device("sdb1");
        assertThat(partition.disk()).isEqualTo("sdb");
        assertThat(partition.number()).isEqualTo("8:17");
        assertThat(partition.partition()).isEqualTo(1);
        assertThat(partition.sizeBytes()).isEqualTo(1 << 20);
        assertThat(partition.sequence()).isEqualTo(71);
        assertThat(partition.serial()).isEqualTo("S5SXNS0R702481A");
        assertThat(partition.transport()).isEqualTo("usb");
        assertThat(partition.partUuid()).isEqualTo("0f0e0d0c-0102-4304-8506-0708090a0b0c");
    }

    @Test
    void a_read_only_disk_has_read_only_partitions() throws IOException {
        usbDisk().put(USB_LUN + "/block/sdb/ro", "1\n");
        partition(USB_LUN + "/block/sdb/sdb1", "8:17", 2048, 1);
        assertThat(device("sdb1").readOnly()).isTrue();
    }

    @Test
    void a_card_reader_without_a_card_has_no_size() throws IOException {
        usbDisk().put(USB_LUN + "/block/sdb/size", "0\n");
        assertThat(device("sdb").sizeBytes()).isZero();
    }

    @Test
    void the_serial_of_a_disk_that_is_no_ata_disk_stands_in_page_0x80() throws IOException {
        var lun = "pci0000:00/0000:03:00.0/host0/port-0:0/end_device-0:0/target0:0:0/0:0:0:0";
        disk(lun, "sdc", "8:32")
                .put(lun + "/vendor", "SEAGATE \n")
                .put(lun + "/model", "ST4000NM0023    \n")
                .bytes(lun + "/vpd_pg80", "00800014" + hex("Z1Z00ABC            "))
                .bytes(lun + "/vpd_pg83", page83(NAA_OF_THE_PORT + NAA));
        var disk = device("sdc");
        assertThat(disk.transport()).isEqualTo("sas");
        assertThat(disk.vendor()).isEqualTo("SEAGATE");
        assertThat(disk.model()).isEqualTo("ST4000NM0023");
        assertThat(disk.serial()).isEqualTo("Z1Z00ABC");
        assertThat(disk.wwn()).isEqualTo("0x5000c500a1b2c3d4");
    }

    @Test
    void a_page_that_ends_too_early_names_nothing() throws IOException {
        disk(ATA_LUN, "sdd", "8:48")
                .bytes(ATA_LUN + "/vpd_pg83", "0083 0044 0103 0008 5000")
                .bytes(ATA_LUN + "/vpd_pg80", "0080");
        assertThat(device("sdd").wwn()).isNull();
        assertThat(device("sdd").serial()).isNull();
    }

    @Test
    void ata_is_no_vendor_and_a_world_wide_name_is_written_as_tools_write_it() throws IOException {
        disk(ATA_LUN, "sdd", "8:48")
                .put(ATA_LUN + "/vendor", "ATA     \n")
                .put(ATA_LUN + "/model", "ST4000VN008-2DR1\n")
                .put(ATA_LUN + "/wwid", "naa.5000c500b2c3d4e5\n");
        assertThat(device("sdd").vendor()).isNull();
        assertThat(device("sdd").model()).isEqualTo("ST4000VN008-2DR1");
        assertThat(device("sdd").wwn()).isEqualTo("0x5000c500b2c3d4e5");
        assertThat(device("sdd").transport()).isEqualTo("sata");
    }

    @Test
    void an_ata_link_without_a_serial_speed_is_a_parallel_one() throws IOException {
        disk(ATA_LUN, "sdd", "8:48").put("pci0000:00/0000:00:17.0/ata3/link3/ata_link/link3/sata_spd", "<unknown>\n");
        assertThat(device("sdd").transport()).isEqualTo("ata");
    }

    @Test
    void a_serial_of_zeros_is_none() throws IOException {
        usbDisk().put(USB + "/serial", "000000000000\n");
        assertThat(device("sdb").serial()).isNull();
    }

    @Test
    void an_nvme_disk_is_named_by_its_controller() throws IOException {
        var controller = "pci0000:00/0000:00:1d.0/0000:04:00.0/nvme/nvme0";
        var disk = controller + "/nvme0n1";
        sys.block(disk, "259:0", 1000215216)
                .put(disk + "/diskseq", "12\n")
                .put(disk + "/wwid", "eui.0025385b01234567\n")
                .device(disk, controller)
                .put(controller + "/model", "Samsung SSD 970 EVO Plus 500GB          \n")
                .put(controller + "/serial", "S4EVNF0M123456      \n");
        partition(disk + "/nvme0n1p1", "259:1", 1048576, 1);
        partition(disk + "/nvme0n1p2", "259:2", 999164639, 2);
        assertThat(new BlockDevices(root).all())
                .extracting(BlockDevice::name, BlockDevice::disk, BlockDevice::partition, BlockDevice::serial)
                .containsExactly(
                        tuple("nvme0n1", "nvme0n1", null, "S4EVNF0M123456"),
                        tuple("nvme0n1p1", "nvme0n1", 1, "S4EVNF0M123456"),
                        tuple("nvme0n1p2", "nvme0n1", 2, "S4EVNF0M123456"));
        assertThat(device("nvme0n1").transport()).isEqualTo("nvme");
        assertThat(device("nvme0n1").model()).isEqualTo("Samsung SSD 970 EVO Plus 500GB");
        assertThat(device("nvme0n1").wwn()).isEqualTo("eui.0025385b01234567");
    }

    @Test
    void one_of_several_paths_of_an_nvme_disk_is_no_device_to_open() throws IOException {
        sys.put("pci0000:00/0000:04:00.0/nvme/nvme0/nvme0c0n1/size", "8\n");
        Files.createDirectories(root.resolve("class/block"));
        Files.createSymbolicLink(
                root.resolve("class/block/nvme0c0n1"),
                root.resolve("devices/pci0000:00/0000:04:00.0/nvme/nvme0/nvme0c0n1"));
        assertThat(new BlockDevices(root).all()).isEmpty();
    }

    @Test
    void a_card_has_the_name_and_serial_that_it_was_made_with() throws IOException {
        var card = "platform/emmc2bus/fe340000.mmc/mmc_host/mmc0/mmc0:aaaa";
        sys.block(card + "/block/mmcblk0", "179:0", 62333952)
                .device(card + "/block/mmcblk0", card)
                .put(card + "/name", "SC32G\n")
                .put(card + "/serial", "0x8a3b5c7d\n");
        assertThat(device("mmcblk0").transport()).isEqualTo("mmc");
        assertThat(device("mmcblk0").model()).isEqualTo("SC32G");
        assertThat(device("mmcblk0").serial()).isEqualTo("0x8a3b5c7d");
    }

    @Test
    void a_virtual_disk_has_the_serial_that_its_machine_was_given() throws IOException {
        var disk = "pci0000:00/0000:00:02.0/virtio1/block/vda";
        sys.block(disk, "254:0", 8)
                .device(disk, "pci0000:00/0000:00:02.0/virtio1")
                .put("pci0000:00/0000:00:02.0/virtio1/vendor", "0x1af4\n")
                .put(disk + "/serial", "data-1\n");
        assertThat(device("vda").transport()).isEqualTo("virtio");
        assertThat(device("vda").serial()).isEqualTo("data-1");
        assertThat(device("vda").vendor()).isNull();
    }

    @Test
    void a_loop_device_and_its_partitions_tell_their_file() throws IOException {
        sys.block("virtual/block/loop3", "7:3", 8).put("virtual/block/loop3/loop/backing_file", "/var/disk image\n");
        partition("virtual/block/loop3/loop3p1", "259:7", 4, 1);
        assertThat(device("loop3").backing()).isEqualTo("/var/disk image");
        assertThat(device("loop3").transport()).isEqualTo("loop");
        assertThat(device("loop3p1").backing()).isEqualTo("/var/disk image");
    }

    @Test
    void members_tell_what_is_built_upon_them() throws IOException {
        usbDisk().holder(USB_LUN + "/block/sdb", "md127");
        sys.block("virtual/block/md127", "9:127", 8).holder("virtual/block/md127", "dm-0");
        sys.block("virtual/block/dm-0", "253:0", 8);
        assertThat(device("sdb").holders()).containsExactly("md127");
        assertThat(device("md127").holders()).containsExactly("dm-0");
        assertThat(device("md127").transport()).isEqualTo("md");
        assertThat(device("dm-0").transport()).isEqualTo("dm");
        assertThat(device("dm-0").holders()).isEmpty();
    }

    @Test
    void a_name_with_a_slash_is_written_otherwise_in_file_names() throws IOException {
        var lun = "pci0000:00/0000:05:00.0/cciss0/c0d0";
        sys.block(lun + "/block/cciss!c0d0", "104:0", 8);
        assertThat(device("cciss/c0d0").name()).isEqualTo("cciss/c0d0");
        assertThat(device("cciss/c0d0").transport()).isEqualTo("unknown");
        assertThat(new BlockDevices(root).all()).hasSize(1);
    }

    @Test
    void an_old_kernel_does_not_count_disks() throws IOException {
        sys.block("virtual/block/loop3", "7:3", 8);
        assertThat(device("loop3").sequence()).isZero();
    }

    @Test
    void what_is_not_there_is_not_found() throws IOException {
        usbDisk();
        var devices = new BlockDevices(root);
        assertThat(devices.find("sdz")).isEmpty();
        assertThat(devices.find("../../block/sdb")).isEmpty();
        assertThat(new BlockDevices(root.resolve("nothing")).all()).isEmpty();
    }

    private BlockDevice device(String name) {
        return new BlockDevices(root).find(name).orElseThrow();
    }

    private SysfsTree usbDisk() throws IOException {
        return disk(USB_LUN, "sdb", "8:16")
                .put(USB_LUN + "/block/sdb/size", "23437770752\n")
                .put(USB_LUN + "/block/sdb/removable", "1\n")
                .put(USB_LUN + "/block/sdb/diskseq", "71\n")
                .put(USB_LUN + "/vendor", "Samsung \n")
                .put(USB_LUN + "/model", "PSSD T7         \n")
                .put(USB + "/idVendor", "04e8\n")
                .put(USB + "/serial", "S5SXNS0R702481A\n")
                .put(USB + "/product", "Portable SSD T7\n")
                .put("pci0000:00/0000:00:14.0/usb2/idVendor", "1d6b\n")
                .put("pci0000:00/0000:00:14.0/usb2/serial", "0000:00:14.0\n");
    }

    private SysfsTree disk(String lun, String name, String number) throws IOException {
        return sys.block(lun + "/block/" + name, number, 7814037168L).device(lun + "/block/" + name, lun);
    }

    private SysfsTree partition(String path, String number, long sectors, int partition) throws IOException {
        return sys.block(path, number, sectors).put(path + "/partition", partition + "\n");
    }

    private static String page83(String descriptors) {
        var plain = descriptors.replaceAll("\\s", "");
        return "0083%04x%s".formatted(plain.length() / 2, plain);
    }

    private static String ata(String model, String serial) {
        return "0201 0044" + hex("ATA     %-40s%20s".formatted(model, serial));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
