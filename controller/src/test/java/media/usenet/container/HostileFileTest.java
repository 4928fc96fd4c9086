package media.usenet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFileTest {

    private static final byte[] HEADER = MatroskaBytes.element(0x1a45dfa3, MatroskaBytes.text(0x4282, "matroska"));

    @TempDir
    Path folder;

    private Optional<ContainerIndex> read(byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("file"), bytes);
        try (var channel = FileChannel.open(file)) {
            return IndexReader.read(channel);
        }
    }

    private static byte[] track(int number) {
        return MatroskaBytes.element(
                0x1654ae6b,
                MatroskaBytes.element(
                        0xae,
                        MatroskaBytes.number(0xd7, number),
                        MatroskaBytes.number(0x83, 1),
                        MatroskaBytes.text(0x86, "V_VP9")));
    }

    private static byte[] cue(long time, long position) {
        return MatroskaBytes.element(
                0xbb,
                MatroskaBytes.number(0xb3, time),
                MatroskaBytes.element(0xb7, MatroskaBytes.number(0xf7, 1), MatroskaBytes.number(0xf1, position)));
    }

    private static byte[] matroska(byte[]... parts) {
        return MatroskaBytes.joined(HEADER, MatroskaBytes.element(0x18538067, parts));
    }

    @Test
    void empty_and_foreign_files_have_no_index() throws IOException {
        assertThat(read(new byte[0])).isEmpty();
        assertThat(read(new byte[100])).isEmpty();
        assertThat(read("RIFF....AVI LIST............".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    @Test
    void a_small_matroska_is_read() throws IOException {
        var index = read(matroska(track(1), MatroskaBytes.element(0x1c53bb6b, cue(0, 10), cue(2000, 90))));
        assertThat(index.orElseThrow().keys()).extracting(KeyFrame::seconds).containsExactly(0.0, 2.0);
        assertThat(index.orElseThrow().bytesPerSecond()).containsExactly(40.0, 40.0);
    }

    @Test
    void cues_that_lead_out_of_the_file_are_left_out() throws IOException {
        var far = MatroskaBytes.element(0x1c53bb6b, cue(0, 10), cue(1000, 1L << 40), cue(-1, 20));
        assertThat(read(matroska(track(1), far)).orElseThrow().keys()).hasSize(1);
    }

    @Test
    void a_seek_head_that_names_itself_ends() throws IOException {
        var seek = MatroskaBytes.element(0x4dbb, MatroskaBytes.number(0x53ac, 0));
        assertThat(read(matroska(MatroskaBytes.element(0x114d9b74, seek, seek), track(1))))
                .isEmpty();
    }

    @Test
    void an_element_that_claims_more_than_the_file_is_damage() {
        var bytes = matroska(track(1), HexFormat.of().parseHex("1c53bb6b08ffffffffffffff00"));
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(DamagedContainer.class);
    }

    @Test
    void whatever_bytes_are_turned_it_reads_or_says_damage() throws IOException {
        var good = matroska(track(1), MatroskaBytes.element(0x1c53bb6b, cue(0, 10), cue(2000, 90), cue(4000, 120)));
        var random = new SplittableRandom(7);
        for (var i = 0; i < 600; i++) {
            var bad = good.clone();
            for (var turned = 0; turned < 3; turned++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            try {
                read(bad).ifPresent(index -> assertThat(index.keys()).hasSizeLessThanOrEqualTo(3));
            } catch (DamagedContainer expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
    }

    @Test
    void a_picture_that_begins_an_open_group_becomes_a_splice_and_nothing_else_changes() {
        var packet = HexFormat.of().parseHex("000000032a01aa000000020201");
        assertThat(LonePictures.spliced(packet, 4)).isEqualTo(HexFormat.of().parseHex("000000032401aa000000020201"));
        assertThat(LonePictures.spliced(HexFormat.of().parseHex("ffffffff2a"), 4))
                .hasSize(5);
        assertThat(LonePictures.spliced(HexFormat.of().parseHex("2a01"), 0)).containsExactly(0x2a, 1);
    }
}
