package media.usenet.superblock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamageTest {

    private static final String EXT4 = "mkfs.ext4 -q -F $IMAGE";
    private static final String XFS = "mkfs.xfs -q $IMAGE";
    private static final String BTRFS = "mkfs.btrfs -q $IMAGE";
    private static final String EXFAT = "mkfs.exfat -L films $IMAGE";
    private static final String NTFS = "mkfs.ntfs -F -q -f -L films $IMAGE";
    private static final String FAT16 = "mkfs.vfat -F 16 -n FILMS $IMAGE";
    private static final String FAT32 = "mkfs.vfat -F 32 -n FILMS $IMAGE";
    private static final int HEAD = 72 * 1024;

    @TempDir
    private Path folder;

    @Test
    void a_superblock_that_was_zeroed_does_not_make_a_drive_blank() throws Exception {
        var image = make(EXT4);
        Images.poke(image, 1024, new int[1024]);
        assertUnknown(image, "its bytes carry no signature that is known");
    }

    @ParameterizedTest
    @CsvSource({
        EXT4 + ", 1144, ext4: the checksum of its superblock is wrong",
        XFS + ", 108, xfs: the checksum of its superblock is wrong",
        BTRFS + ", 65835, btrfs: the checksum of its superblock is wrong",
        "mkfs.btrfs -q --csum sha256 $IMAGE, 65835, btrfs: the checksum of its superblock is wrong",
        EXFAT + ", 600, exfat: the checksum of its boot sectors is wrong",
        EXT4 + ", 1048, ext4: its superblock contradicts itself",
        NTFS + ", 22, ntfs: its boot sector contradicts itself",
    })
    void a_superblock_that_was_scribbled_over_is_not_believed(String made, long position, String because)
            throws Exception {
        var image = make(made);
        Images.poke(image, position, 0x5c, 0x72, 0x69, 0x62);
        assertUnknown(image, because);
    }

    @ParameterizedTest
    @ValueSource(strings = {EXT4, "mkfs.ext3 -q -F $IMAGE", XFS, BTRFS, EXFAT, NTFS, FAT16, FAT32})
    void a_file_system_that_was_cut_off_says_how_much_is_missing(String made) throws Exception {
        var image = make(made);
        var whole = Files.size(image);
        Images.truncate(image, whole / 2);
        assertThat(new SuperblockProbe().read(image))
                .isInstanceOfSatisfying(
                        Content.Unknown.class,
                        it -> assertThat(it.because())
                                .matches("\\w+: the file system is larger than the device: \\d+ > %d bytes"
                                        .formatted(whole / 2)));
    }

    @Test
    void two_file_systems_that_are_both_sound_are_both_named() throws Exception {
        var image = make(NTFS, 128);
        var btrfs = make(BTRFS, 128);
        copy(btrfs, image, 0x10000, 4096);
        assertUnknown(image, "both btrfs and ntfs are on it");
        assertThat(Images.run(image, "blkid -p $IMAGE 2>&1 || true")).contains("ambivalent");
    }

    @Test
    void what_a_checksum_proves_wins_over_what_only_looks_so() throws Exception {
        var image = make(EXT4, 16);
        Images.poke(image, 4096 - 10, "SWAPSPACE2".chars().toArray());
        assertThat(new SuperblockProbe().read(image))
                .isInstanceOfSatisfying(
                        Content.FileSystem.class, it -> assertThat(it.type()).isEqualTo("ext4"));
    }

    @Test
    void a_remnant_before_the_first_partition_is_not_taken_for_the_drive() throws Exception {
        var image = make(EXT4, 16);
        Images.run(image, "printf 'label: dos\\nsize=4M\\n' | sfdisk -q --wipe never $IMAGE");
        assertUnknown(image, "both ext4 and a dos partition table are on it");
    }

    @Test
    void a_gpt_whose_header_is_damaged_is_not_taken_for_a_table_of_dos() throws Exception {
        var image = new Images(folder).make(16, "printf 'label: gpt\\nsize=4M\\n' | sfdisk -q $IMAGE");
        Images.poke(image, 512 + 60, 0x5c);
        assertUnknown(image, "gpt: announced in the first sector, but its header is damaged or gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {EXT4, XFS, BTRFS, EXFAT, NTFS, FAT16, FAT32, "mkswap $IMAGE"})
    void no_length_of_a_cut_off_image_makes_it_fail_or_passes_for_whole(String made) throws Exception {
        var head = head(make(made));
        for (var length = 1; length < HEAD; length += length < 2048 ? 1 : 509) {
            assertThat(MemoryBytes.probe(Arrays.copyOf(head, length)))
                    .as("%s, %d bytes", made, length)
                    .isNotInstanceOf(Content.FileSystem.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {EXT4, XFS, BTRFS, EXFAT, NTFS, FAT16, FAT32, "mkswap $IMAGE"})
    void no_scribble_makes_it_fail(String made) throws Exception {
        var image = make(made);
        var head = head(image);
        for (var seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var scribbled = head.clone();
            for (var count = 0; count < 1 + seed % 40; count++) {
                // Where the fields are; elsewhere there is little to misread.
                scribbled[random.nextInt(random.nextBoolean() ? 512 : HEAD)] = (byte) random.nextInt();
            }
            assertThat(SuperblockProbe.of(new MemoryBytes(scribbled, Files.size(image))))
                    .isNotNull();
        }
    }

    @Test
    void random_bytes_are_never_a_file_system() throws Exception {
        for (var seed = 0; seed < 300; seed++) {
            var bytes = new byte[200 * 1024];
            new Random(seed).nextBytes(bytes);
            assertThat(MemoryBytes.probe(bytes)).as("seed %d", seed).isInstanceOf(Content.Unknown.class);
        }
    }

    @ParameterizedTest
    @CsvSource({EXT4 + ", 1024, 1024", XFS + ", 0, 512", BTRFS + ", 65568, 4064", EXFAT + ", 113, 5523"})
    void any_bit_that_turned_in_a_superblock_with_a_checksum_is_noticed(String made, int from, int length)
            throws Exception {
        var image = make(made);
        var head = head(image);
        for (var at = from; at < from + length; at++) {
            head[at] ^= (byte) (1 << at % 8);
            assertThat(SuperblockProbe.of(new MemoryBytes(head, Files.size(image))))
                    .as("byte %d", at)
                    .isInstanceOf(Content.Unknown.class);
            head[at] ^= (byte) (1 << at % 8);
        }
    }

    @Test
    void an_xfs_that_was_never_made_to_the_end_is_none() throws Exception {
        var image = make(XFS);
        var head = head(image);
        head[0x7e] = 1;
        assertThat(SuperblockProbe.of(new MemoryBytes(Checksums.xfs(head), Files.size(image))))
                .isEqualTo(new Content.Unknown("xfs: it was never made to the end"));
    }

    private Path make(String commandLine) throws IOException {
        return make(commandLine, commandLine.matches("mkfs.(xfs|btrfs).*") ? 300 : 32);
    }

    private Path make(String commandLine, long mebibytes) throws IOException {
        return new Images(folder).make(mebibytes, commandLine);
    }

    private static byte[] head(Path image) throws IOException {
        try (var stream = Files.newInputStream(image)) {
            return stream.readNBytes(HEAD);
        }
    }

    private static void copy(Path from, Path to, int position, int length) throws IOException {
        var bytes = Arrays.copyOfRange(head(from), position, position + length);
        var unsigned = new int[length];
        Arrays.setAll(unsigned, at -> bytes[at] & 0xff);
        Images.poke(to, position, unsigned);
    }

    private static void assertUnknown(Path image, String because) {
        assertThat(new SuperblockProbe().read(image)).isEqualTo(new Content.Unknown(because));
    }
}
