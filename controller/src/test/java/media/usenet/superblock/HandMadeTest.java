package media.usenet.superblock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Formats that no program on a usual Linux machine makes, or that need a kernel driver to be made: headers written
/// here
/// from the published layouts (Apple's TN1150 and APFS reference, md_p.h, the ZFS On-Disk Specification). They show
/// that
/// we read these layouts as blkid does, not that a drive from a Mac or from a NAS was ever read.
class HandMadeTest {

    /// blkid seeks no arrays on what is as small as a floppy disk.
    private static final int SIZE = 4 * 1024 * 1024;
    private static final String UUID = "3f1c9a52-7d0e-4b8c-9a1f-5d2e8c7b6a10";
    private static final byte[] UUID_BYTES = HexFormat.of().parseHex(UUID.replace("-", ""));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"H+, 4, 0x80000100, false", "HX, 5, 0x80000100, false", "H+, 4, 0x80000000, true", "H+, 4, 0x900, true"
    })
    void hfsplus_tells_uuid_label_and_whether_it_was_unmounted(
            String signature, short version, long attributes, boolean dirty) throws Exception {
        var drive = ByteBuffer.allocate(SIZE);
        hfsPlus(drive, signature, version, (int) attributes);
        assertThat(asBlkid(drive))
                .isEqualTo(new Content.FileSystem(
                        "hfsplus", "de53349f-21ad-3c08-9044-ae10cd9587d3", "Time Größe", dirty, false, 1));
    }

    @Test
    void apfs_tells_its_uuid() throws Exception {
        var drive = apfs();
        assertThat(asBlkid(drive)).isEqualTo(new Content.FileSystem("apfs", UUID, "", false, false, 1));
        drive.put(100, (byte) 1);
        assertThat(probe(drive)).isEqualTo(new Content.Unknown("apfs: the checksum of its superblock is wrong"));
    }

    @ParameterizedTest
    @CsvSource({"0", "4096", "4186112"})
    void a_member_of_md_is_seen_at_either_place_of_version_1(int position) throws Exception {
        var drive = littleEndian();
        md1(drive, position);
        assertThat(asBlkid(drive)).isEqualTo(new Content.Member("linux_raid_member", UUID, "nas:0"));
        drive.put(position + 80, (byte) 1);
        assertThat(probe(drive))
                .isEqualTo(new Content.Unknown("linux_raid_member: the checksum of its superblock is wrong"));
    }

    @ParameterizedTest
    @CsvSource({"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void a_member_of_md_is_seen_at_the_end_in_version_0_90(String order) throws Exception {
        var drive =
                ByteBuffer.allocate(SIZE).order(order.startsWith("L") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        md0(drive, SIZE - 65536);
        assertThat(asBlkid(drive)).isEqualTo(new Content.Member("linux_raid_member", UUID, ""));
    }

    @Test
    void a_mirror_is_an_array_although_its_file_system_can_be_seen() throws Exception {
        var image = new Images(folder).make(4, "mkfs.ext2 -q -F $IMAGE 3M");
        var drive = ByteBuffer.wrap(Files.readAllBytes(image)).order(ByteOrder.LITTLE_ENDIAN);
        md1(drive, SIZE - 8192);
        assertThat(asBlkid(drive)).isEqualTo(new Content.Member("linux_raid_member", UUID, "nas:0"));
    }

    @Test
    void a_member_of_md_in_the_last_partition_is_not_the_whole_disk() throws Exception {
        var drive = littleEndian();
        drive.put(450, (byte) 0xfd).putInt(454, 8).putInt(458, 8184).putShort(510, (short) 0xaa55);
        md0(drive, SIZE - 2 * 65536);
        assertThat(asBlkid(drive)).isEqualTo(new Content.PartitionTable("dos"));
    }

    @Test
    void a_whole_disk_in_a_mirror_is_an_array_although_its_partitions_can_be_seen() throws Exception {
        var drive = littleEndian();
        drive.put(450, (byte) 0x83).putInt(454, 8).putInt(458, 8000).putShort(510, (short) 0xaa55);
        md0(drive, SIZE - 65536);
        assertThat(asBlkid(drive)).isEqualTo(new Content.Member("linux_raid_member", UUID, ""));
    }

    @ParameterizedTest
    @CsvSource({"0", "262144", "3670016", "3932160"})
    void a_device_of_a_zfs_pool_is_seen_in_any_of_its_labels(int label) throws Exception {
        var drive = ByteBuffer.allocate(SIZE);
        zfs(drive, label);
        assertThat(probe(drive)).isEqualTo(new Content.Member("zfs_member", "12345678901234567890", "tank"));
    }

    @ParameterizedTest
    @CsvSource({
        "1024, 1020f5f2, f2fs",
        "0, 68737173, squashfs",
        "32769, 4344303031, iso9660",
        "4120, c68573f666ce90a9d96a60cf803df7ef, bcachefs",
    })
    void what_is_known_by_name_alone_is_named(int position, String bytes, String type) throws Exception {
        var drive = littleEndian().put(position, HexFormat.of().parseHex(bytes));
        assertThat(probe(drive)).isEqualTo(new Content.FileSystem(type, "", "", false, false, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 2d4656452d46532d, BitLocker",
        "4120, c68573f64e1a45ca8265f57f48ba6d81, bcache",
        "4193280, 496e74656c20526169642049534d20436667205369672e20, isw_raid_member",
        "4193792, de11de11, ddf_raid_member",
    })
    void what_belongs_to_other_software_is_named(int position, String bytes, String type) throws Exception {
        var drive = littleEndian().put(position, HexFormat.of().parseHex(bytes));
        assertThat(probe(drive)).isEqualTo(new Content.Member(type, "", ""));
    }

    @Test
    void a_suspended_machine_is_not_mere_swap() throws Exception {
        var drive = littleEndian()
                .put(4086, "S1SUSPEND\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(1024, 1);
        assertThat(probe(drive)).isEqualTo(new Content.Member("swsuspend", "", ""));
    }

    @Test
    void a_gpt_of_a_disk_with_large_sectors_is_one() throws Exception {
        var drive = littleEndian();
        drive.put(450, (byte) 0xee).putInt(454, 1).putInt(458, 1023).putShort(510, (short) 0xaa55);
        drive.put(4096, "EFI PART".getBytes(StandardCharsets.US_ASCII)).putInt(4096 + 12, 92);
        var crc = new CRC32();
        crc.update(bytes(drive), 4096, 92);
        drive.putInt(4096 + 16, (int) crc.getValue());
        assertThat(probe(drive)).isEqualTo(new Content.PartitionTable("gpt"));
    }

    @Test
    void one_byte_anywhere_is_not_blank() throws Exception {
        for (var position : new int[] {0, 511, 3000, 69000, SIZE - 100_000, SIZE - 1}) {
            var drive = ByteBuffer.allocate(SIZE).put(position, (byte) 7);
            assertThat(probe(drive))
                    .as("at %d", position)
                    .isEqualTo(new Content.Unknown("its bytes carry no signature that is known"));
        }
    }

    /// Ours, after blkid had its say on the same bytes.
    private Content asBlkid(ByteBuffer drive) throws IOException {
        var image = Files.write(folder.resolve("made.img"), bytes(drive));
        var content = new SuperblockProbe().read(image);
        Peer.assertSame(content, image);
        return content;
    }

    private static Content probe(ByteBuffer drive) throws IOException {
        return MemoryBytes.probe(bytes(drive));
    }

    private static byte[] bytes(ByteBuffer drive) {
        var bytes = new byte[drive.capacity()];
        drive.get(0, bytes);
        return bytes;
    }

    private static ByteBuffer littleEndian() {
        return ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// TN1150: volume header at 1024; the catalog file's header node in block 16, its first leaf in block 17.
    private static void hfsPlus(ByteBuffer drive, String signature, short version, int attributes) {
        drive.put(1024, signature.getBytes(StandardCharsets.US_ASCII)).putShort(1026, version);
        drive.putInt(1028, attributes).putInt(1064, 4096).putInt(1068, SIZE / 4096);
        drive.put(1128, HexFormat.of().parseHex("0123456789abcdef"));
        drive.putInt(1024 + 272 + 16, 16).putInt(1024 + 272 + 20, 2);
        var headerNode = 16 * 4096;
        drive.put(headerNode + 8, (byte) 1)
                .putInt(headerNode + 20, 1)
                .putInt(headerNode + 24, 1)
                .putShort(headerNode + 32, (short) 4096);
        var leaf = 17 * 4096;
        var name = "Time Größe".getBytes(StandardCharsets.UTF_16BE);
        drive.put(leaf + 8, (byte) -1).putShort(leaf + 10, (short) 1).putShort(leaf + 14, (short) (6 + name.length));
        drive.putInt(leaf + 16, 1)
                .putShort(leaf + 20, (short) (name.length / 2))
                .put(leaf + 22, name);
    }

    private static ByteBuffer apfs() {
        var drive = littleEndian();
        drive.putLong(8, 1).putLong(16, 9).putShort(24, (short) 1).putShort(26, (short) 0x8000);
        drive.put(32, "NXSB".getBytes(StandardCharsets.US_ASCII))
                .putInt(36, 4096)
                .putLong(40, SIZE / 4096);
        drive.put(72, UUID_BYTES);
        return drive.putLong(0, fletcher64(drive));
    }

    /// Apple's reference in its own words: the sums of all words, by which the whole block sums up to zero.
    private static long fletcher64(ByteBuffer block) {
        var low = BigInteger.ZERO;
        var high = BigInteger.ZERO;
        var modulus = BigInteger.valueOf(0xffffffffL);
        for (var at = 8; at < 4096; at += 4) {
            low = low.add(BigInteger.valueOf(Integer.toUnsignedLong(block.getInt(at))));
            high = high.add(low);
        }
        var first = modulus.subtract(low.add(high).mod(modulus));
        var second = modulus.subtract(low.add(first).mod(modulus));
        return second.longValue() << 32 | first.longValue();
    }

    private static void md1(ByteBuffer drive, int position) {
        drive.putInt(position, 0xa92b4efc).putInt(position + 4, 1).put(position + 16, UUID_BYTES);
        drive.put(position + 32, "nas:0".getBytes(StandardCharsets.US_ASCII)).putInt(position + 72, 1);
        drive.putInt(position + 92, 2).putLong(position + 144, position / 512).putInt(position + 220, 5);
        drive.putShort(position + 256 + 2 * 4, (short) 9);
        drive.putInt(position + 216, sum(drive, position, 256 + 2 * 4) + 9);
    }

    private static void md0(ByteBuffer drive, int dataBytes) {
        var position = SIZE - 65536;
        drive.putInt(position, 0xa92b4efc).putInt(position + 8, 90);
        var uuid = ByteBuffer.wrap(UUID_BYTES);
        drive.putInt(position + 20, uuid.getInt()).putInt(position + 52, uuid.getInt());
        drive.putInt(position + 56, uuid.getInt()).putInt(position + 60, uuid.getInt());
        drive.putInt(position + 32, dataBytes / 1024);
        drive.putInt(position + 152, sum(drive, position, 4096));
    }

    private static int sum(ByteBuffer drive, int position, int length) {
        var sum = 0L;
        for (var at = 0; at < length; at += 4) {
            sum += Integer.toUnsignedLong(drive.getInt(position + at));
        }
        return (int) (sum + (sum >>> 32));
    }

    private static void zfs(ByteBuffer drive, int label) {
        drive.position(label + 16384);
        drive.put(new byte[] {1, 1, 0, 0}).putInt(0).putInt(1);
        number(drive, "version", 5000);
        var name = drive.position();
        drive.putInt(32).putInt(0).putInt(4).put("name".getBytes(StandardCharsets.US_ASCII));
        drive.putInt(9).putInt(1).putInt(4).put("tank".getBytes(StandardCharsets.US_ASCII));
        assertThat(drive.position() - name).isEqualTo(32);
        number(drive, "pool_guid", Long.parseUnsignedLong("12345678901234567890"));
        drive.putInt(0).putInt(0);
    }

    private static void number(ByteBuffer drive, String name, long value) {
        var padded = (name.length() + 3) / 4 * 4;
        drive.putInt(12 + padded + 16).putInt(0).putInt(name.length());
        drive.put(name.getBytes(StandardCharsets.US_ASCII)).put(new byte[padded - name.length()]);
        drive.putInt(8).putInt(1).putLong(value);
    }
}
