package media.usenet.superblock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the real programs make is read as they were told to make it, and as blkid reads it.
class SuperblockProbeTest {

    private static final String UUID = "3f1c9a52-7d0e-4b8c-9a1f-5d2e8c7b6a10";
    private static final String SHORT = "1A2B-3C4D";

    @TempDir
    private Path folder;

    private record Made(long mebibytes, String commandLine, Content content) {

        @Override
        public String toString() {
            return commandLine;
        }
    }

    static List<Made> made() {
        return List.of(
                ext("ext4", "mkfs.ext4"),
                ext("ext4", "mkfs.ext4 -b 1024"),
                ext("ext4", "mkfs.ext4 -b 4096 -O 64bit"),
                ext("ext4", "mkfs.ext4 -O ^metadata_csum,^64bit"),
                ext("ext4", "mkfs.ext4 -O ^has_journal"),
                ext("ext3", "mkfs.ext3"),
                ext("ext3", "mkfs.ext3 -b 1024"),
                ext("ext2", "mkfs.ext2"),
                ext("ext2", "mkfs.ext2 -b 1024 -I 128"),
                system(16, "mkfs.ext4 -q -F -U clear", "ext4", "", ""),
                system(
                        16,
                        "mkfs.ext4 -q -F -U " + UUID + " -L \"$(printf 'Gr\\303\\266\\303\\237e')\"",
                        "ext4",
                        UUID,
                        "Größe"),
                member(16, "mke2fs -q -F -O journal_dev -U " + UUID + " -L log $IMAGE", "jbd", UUID, "log"),
                system(300, "mkfs.xfs -q -m uuid=" + UUID + " -L films", "xfs", UUID, "films"),
                system(300, "mkfs.xfs -q -s size=4096 -m uuid=" + UUID, "xfs", UUID, ""),
                system(300, "mkfs.xfs -q -m crc=0,uuid=" + UUID, "xfs", UUID, ""),
                system(128, "mkfs.btrfs -q -U " + UUID + " -L 'my films'", "btrfs", UUID, "my films"),
                system(128, "mkfs.btrfs -q --csum sha256 -U " + UUID, "btrfs", UUID, ""),
                system(128, "mkfs.btrfs -q --csum xxhash -U " + UUID, "btrfs", UUID, ""),
                exfat("-L travel", "travel"),
                exfat("-c 32K -L \"$(printf '\\303\\251t\\303\\251 \\342\\230\\203')\"", "été ☃"),
                exfat("", ""),
                ntfs("-L 'my films'", "my films"),
                ntfs("-c 65536 -L \"$(printf '\\303\\251t\\303\\251')\"", "été"),
                ntfs("-c 262144 -L big", "big"),
                ntfs("-s 4096", ""),
                vfat(8, "-F 12 -n FILMS", "FILMS"),
                vfat(32, "-F 16 -n 'MY FILMS'", "MY FILMS"),
                vfat(64, "-F 32 -n FILMS", "FILMS"),
                vfat(300, "-F 32 -S 4096 -n FILMS", "FILMS"),
                vfat(64, "-F 32", ""),
                member(16, "mkswap -U " + UUID + " -L more $IMAGE", "swap", UUID, "more"),
                member(16, "mkswap -p 65536 -U " + UUID + " $IMAGE", "swap", UUID, ""),
                luks("--type luks1 --pbkdf-force-iterations 1000", ""),
                luks("--type luks2 --pbkdf pbkdf2 --pbkdf-force-iterations 1000 --label safe", "safe"),
                partitions("gpt"),
                partitions("dos"),
                new Made(16, "true", new Content.Blank()));
    }

    @ParameterizedTest
    @MethodSource("made")
    void what_was_made_is_read_as_it_was_made_and_as_blkid_reads_it(Made made) throws Exception {
        var image = new Images(folder).make(made.mebibytes, made.commandLine);
        var content = new SuperblockProbe().read(image);
        assertThat(content).isEqualTo(made.content);
        Peer.assertSame(content, image);
    }

    @Test
    void a_btrfs_says_over_how_many_devices_it_lies() throws Exception {
        var images = new Images(folder);
        var other = images.blank(128 << 20);
        var image = images.make(128, "mkfs.btrfs -q -U " + UUID + " $IMAGE " + other);
        assertThat(new SuperblockProbe().read(image))
                .isEqualTo(new Content.FileSystem("btrfs", UUID, "", false, false, 2));
    }

    @Test
    void a_luks2_whose_first_header_is_gone_is_still_one() throws Exception {
        var image = new Images(folder)
                .make(32, luks("--type luks2 --pbkdf pbkdf2 --pbkdf-force-iterations 1000", "").commandLine);
        Images.poke(image, 0, new int[4096]);
        assertThat(new SuperblockProbe().read(image)).isEqualTo(new Content.Member("crypto_LUKS", UUID, ""));
        Peer.assertSame(new SuperblockProbe().read(image), image);
    }

    @Test
    void the_label_of_a_fat_is_the_one_that_its_root_folder_holds() throws Exception {
        var image = new Images(folder).make(64, vfat(64, "-F 32 -n OLD", "").commandLine);
        Images.run(image, "fatlabel $IMAGE NEW");
        Images.poke(image, 0x47, 'S', 'T', 'A', 'L', 'E');
        assertThat(new SuperblockProbe().read(image))
                .isEqualTo(new Content.FileSystem("vfat", SHORT, "NEW", false, false, 1));
        Peer.assertSame(new SuperblockProbe().read(image), image);
    }

    @Test
    void the_label_of_a_fat_is_found_behind_removed_and_long_names() throws Exception {
        var image = new Images(folder).make(64, vfat(64, "-F 32 -s 1 -R 32", "").commandLine);
        var table = 32 * 512;
        Images.run(image, "fatlabel $IMAGE NEW");
        var fatSectors = Integer.parseInt(
                Images.run(image, "od -An -tu4 -j36 -N4 $IMAGE").strip());
        var root = table + 2 * fatSectors * 512;
        Images.poke(image, table + 2 * 4, 3, 0, 0, 0, 0xff, 0xff, 0xff, 0x0f);
        for (var entry = 0; entry < 16; entry++) {
            Images.poke(image, root + entry * 32, entry % 2 == 0 ? 0xe5 : 'A', 'O', 'L', 'D');
            Images.poke(image, root + entry * 32 + 11, entry % 2 == 0 ? 0x08 : 0x0f);
        }
        Images.poke(image, root + 512, "SECOND     ".chars().toArray());
        Images.poke(image, root + 512 + 11, 0x08);
        assertThat(new SuperblockProbe().read(image))
                .isEqualTo(new Content.FileSystem("vfat", SHORT, "SECOND", false, false, 1));
        Peer.assertSame(new SuperblockProbe().read(image), image);
    }

    @Test
    void the_program_in_the_boot_sector_of_a_fat_is_not_a_partition_table() throws Exception {
        var image = new Images(folder).make(64, vfat(64, "-F 32", "").commandLine);
        Images.poke(image, 450, 0x83, 0, 0, 0, 8, 0, 0, 0, 64);
        assertThat(new SuperblockProbe().read(image))
                .isEqualTo(new Content.FileSystem("vfat", SHORT, "", false, false, 1));
        Peer.assertSame(new SuperblockProbe().read(image), image);
    }

    @Test
    void a_label_cannot_steer_a_terminal() throws Exception {
        var image = new Images(folder).make(16, "mkfs.ext2 -q -F -L \"$(printf 'a\\033[2Jb')\" $IMAGE");
        assertThat(((Content.FileSystem) new SuperblockProbe().read(image)).label())
                .isEqualTo("a\uFFFD[2Jb");
    }

    @Test
    void what_cannot_be_read_says_so() throws Exception {
        assertThat(new SuperblockProbe().read(folder.resolve("gone"))).isInstanceOf(Content.Unreadable.class);
        assertThat(new SuperblockProbe().read(folder)).isInstanceOf(Content.Unreadable.class);
        assertThat(new SuperblockProbe().read(new Images(folder).blank(0)))
                .isEqualTo(new Content.Unreadable("it has no bytes: a drive without a medium?"));
    }

    private static Made system(long mebibytes, String commandLine, String type, String uuid, String label) {
        return new Made(
                mebibytes,
                "LC_ALL=C.UTF-8 " + commandLine + " $IMAGE",
                new Content.FileSystem(type, uuid, label, false, false, 1));
    }

    private static Made member(long mebibytes, String commandLine, String type, String uuid, String label) {
        return new Made(mebibytes, commandLine, new Content.Member(type, uuid, label));
    }

    private static Made ext(String type, String program) {
        return system(16, program + " -q -F -U " + UUID + " -L films", type, UUID, "films");
    }

    private static Made exfat(String options, String label) {
        var commandLine = "mkfs.exfat %s $IMAGE && tune.exfat -I 0x1a2b3c4d".formatted(options);
        return system(16, commandLine, "exfat", SHORT, label);
    }

    private static Made ntfs(String options, String label) {
        var commandLine = "mkfs.ntfs -F -q -f %s $IMAGE && ntfslabel --new-serial=0123456789ABCDEF".formatted(options);
        return system(16, commandLine, "ntfs", "0123456789ABCDEF", label);
    }

    private static Made vfat(long mebibytes, String options, String label) {
        return system(mebibytes, "mkfs.vfat -i 1a2b3c4d " + options, "vfat", SHORT, label);
    }

    private static Made luks(String options, String label) {
        var commandLine = "echo secret | cryptsetup luksFormat -q %s --uuid %s $IMAGE -".formatted(options, UUID);
        return member(32, commandLine, "crypto_LUKS", UUID, label);
    }

    private static Made partitions(String type) {
        var commandLine = "printf 'label: %s\\nsize=4M\\nsize=4M\\n' | sfdisk -q $IMAGE".formatted(type);
        return new Made(16, commandLine, new Content.PartitionTable(type));
    }
}
