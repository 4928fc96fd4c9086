package media.usenet.superblock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whether it was unmounted, and whether its driver saw damage: as debugfs sets it, or in the documented bytes.
class CleanlinessTest {

    private static final String EXT4 = "mkfs.ext4 -q -F $IMAGE";
    private static final String NTFS = "mkfs.ntfs -F -q -f -L films $IMAGE";
    private static final int RECORD = 1024;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "ssv state 1,            false, false",
        "ssv state 0,            true,  false",
        "ssv state 3,            false, true",
        "ssv state 2,            true,  true",
        "feature needs_recovery, true,  false",
    })
    void ext_tells_by_its_state_and_by_its_journal(String request, boolean dirty, boolean errors) throws Exception {
        for (var options : new String[] {"", "-O ^metadata_csum "}) {
            var image = new Images(folder).make(16, EXT4.replace("-q", "-q " + options));
            Images.run(image, "debugfs -w -R '%s' $IMAGE 2>&1".formatted(request));
            assertState(image, dirty, errors);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, false, false", "2, true, false", "4, false, true", "6, true, true", "1, false, false"})
    void exfat_tells_by_its_volume_flags(int flags, boolean dirty, boolean errors) throws Exception {
        var image = new Images(folder).make(16, "mkfs.exfat $IMAGE");
        Images.poke(image, 0x6a, flags);
        assertState(image, dirty, errors);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 0x25, 1, true, false",
        "16, 0x25, 1, true, false",
        "16, 0x25, 2, false, true",
        "16, 0x41, 3, false, false",
        "32, 0x41, 1, true, false",
        "32, 0x41, 3, true, true",
        "32, 0x25, 3, false, false",
    })
    void vfat_tells_by_a_byte_whose_place_its_kind_decides(
            int kind, int place, int state, boolean dirty, boolean errors) throws Exception {
        var image = new Images(folder).make(kind * 2L, "mkfs.vfat -F %d $IMAGE".formatted(kind));
        Images.poke(image, place, state);
        assertState(image, dirty, errors);
    }

    @Test
    void ntfs_tells_in_its_volume_file() throws Exception {
        var image = new Images(folder).make(16, NTFS);
        assertState(image, false, false);
        Images.poke(image, ntfsVolumeFlags(image), 1);
        assertState(image, true, false);
    }

    @Test
    void a_volume_record_of_ntfs_that_was_written_in_part_is_not_believed() throws Exception {
        var image = new Images(folder).make(16, NTFS);
        Images.poke(image, ntfsVolumeRecord(image) + RECORD - 2, 0xff, 0xff);
        assertThat(new SuperblockProbe().read(image))
                .isEqualTo(new Content.Unknown("ntfs: the record of its volume is damaged"));
    }

    @Test
    void what_stood_at_the_end_of_a_stride_of_ntfs_is_put_back() throws Exception {
        var image = new Images(folder)
                .make(16, "mkfs.ntfs -F -q -f $IMAGE && ntfslabel $IMAGE %s".formatted("x".repeat(120)));
        assertThat(((Content.FileSystem) new SuperblockProbe().read(image)).label())
                .isEqualTo("x".repeat(120));
    }

    @Test
    void btrfs_tells_by_a_log_that_an_fsync_left() throws Exception {
        var block = Files.readAllBytes(new Images(folder).make(128, "mkfs.btrfs -q $IMAGE"));
        block[0x10000 + 0x62] = 1;
        assertThat(MemoryBytes.probe(Checksums.btrfs(block)))
                .isInstanceOfSatisfying(
                        Content.FileSystem.class, it -> assertThat(it.dirty()).isTrue());
    }

    @Test
    void xfs_tells_that_it_must_be_repaired() throws Exception {
        var image = new Images(folder).make(300, "mkfs.xfs -q $IMAGE");
        assertState(image, false, false);
        try (var stream = Files.newInputStream(image)) {
            var sector = stream.readNBytes(512);
            sector[0xdb] |= 0x10;
            assertThat(SuperblockProbe.of(new MemoryBytes(Checksums.xfs(sector), Files.size(image))))
                    .isInstanceOfSatisfying(
                            Content.FileSystem.class,
                            it -> assertThat(it.errors()).isTrue());
        }
    }

    private static void assertState(Path image, boolean dirty, boolean errors) {
        assertThat(new SuperblockProbe().read(image)).isInstanceOfSatisfying(Content.FileSystem.class, it -> {
            assertThat(it.dirty()).as("dirty").isEqualTo(dirty);
            assertThat(it.errors()).as("errors").isEqualTo(errors);
        });
    }

    private static long ntfsVolumeRecord(Path image) throws IOException {
        var boot = ByteBuffer.wrap(Files.readAllBytes(image)).order(ByteOrder.LITTLE_ENDIAN);
        return boot.getLong(0x30) * boot.get(0xd) * boot.getShort(0xb) + 3 * RECORD;
    }

    /// Two bytes, 10 after the beginning of the value of the attribute 0x70.
    private static long ntfsVolumeFlags(Path image) throws IOException {
        var record = (int) ntfsVolumeRecord(image);
        var bytes = ByteBuffer.wrap(Files.readAllBytes(image)).order(ByteOrder.LITTLE_ENDIAN);
        var attribute = record + bytes.getShort(record + 0x14);
        while (bytes.getInt(attribute) != 0x70) {
            attribute += bytes.getInt(attribute + 4);
        }
        return attribute + bytes.getShort(attribute + 0x14) + 10L;
    }
}
