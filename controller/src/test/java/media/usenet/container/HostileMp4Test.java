package media.usenet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileMp4Test {

    /// Four samples of 10 to 40 bytes, two in each of two chunks, of which the first and the third are key
    /// frames; a second each.
    private static final Map<String, String> GOOD = good();

    @TempDir
    Path folder;

    private static Map<String, String> good() {
        var tables = new LinkedHashMap<String, String>();
        tables.put("stsd", "00000000 00000001" + hex(box("vp09", "00".repeat(78))));
        tables.put("stts", "00000000 00000001 00000004 000003e8");
        tables.put("stss", "00000000 00000002 00000001 00000003");
        tables.put("stsc", "00000000 00000001 00000001 00000002 00000001");
        tables.put("stsz", "00000000 00000000 00000004 0000000a 00000014 0000001e 00000028");
        tables.put("stco", "00000000 00000002 00000010 00000040");
        return tables;
    }

    private static Map<String, String> with(String table, String body) {
        var tables = new LinkedHashMap<>(GOOD);
        tables.put(table, body);
        return tables;
    }

    private static byte[] film(Map<String, String> tables) {
        var all = new StringBuilder();
        tables.forEach((type, body) -> all.append(hex(box(type, body))));
        return MatroskaBytes.joined(box("ftyp", "00".repeat(200)), box("moov", hex(track(all.toString()))));
    }

    private static byte[] track(String tables) {
        var media = box(
                "mdia",
                hex(box("mdhd", "00".repeat(12) + "000003e8 00000fa0 00000000"))
                        + hex(box("hdlr", "00".repeat(8) + "76696465" + "00".repeat(8)))
                        + hex(box("minf", hex(box("stbl", tables)))));
        return box("trak", hex(media));
    }

    private static byte[] box(String type, String body) {
        var bytes = HexFormat.of().parseHex(body.replace(" ", ""));
        var length = HexFormat.of().toHexDigits(bytes.length + 8);
        return MatroskaBytes.joined(HexFormat.of().parseHex(length), type.getBytes(StandardCharsets.US_ASCII), bytes);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private ContainerIndex read(byte[] bytes) throws IOException {
        return read(Files.write(folder.resolve("film"), bytes));
    }

    private static ContainerIndex read(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return IndexReader.read(channel).orElseThrow();
        }
    }

    private long fetched(ContainerIndex index) throws IOException {
        try (var channel = FileChannel.open(folder.resolve("film"))) {
            return KeyFrameFilm.write(channel, index.track(), index.keys(), new ByteArrayOutputStream());
        }
    }

    @Test
    void a_small_film_is_read() throws IOException {
        var index = read(film(GOOD));
        assertThat(index.keys()).extracting(KeyFrame::seconds).containsExactly(0.0, 2.0);
        assertThat(index.bytesPerSecond()).containsExactly(10.0, 20.0, 30.0, 40.0);
        assertThat(fetched(index)).isEqualTo(10 + 30);
    }

    @ParameterizedTest
    @CsvSource({
        "stsz, 00000000 00000001 ffffffff",
        "stsz, 00000000 00000000 ffffffff 00000001",
        "stsz, 00000000 00000000 00000004 0000000a",
        "stsz, 00000000 00000000 00000001 ffffffff",
        "stts, 00000000 ffffffff 00000001 000003e8",
        "stss, 00000000 ffffffff 00000001",
        "stss, 00000000",
        "stco, 00000000 ffffffff 00000010"
    })
    void a_table_that_claims_more_than_it_has_is_damage(String table, String body) {
        assertThatThrownBy(() -> read(film(with(table, body)))).isInstanceOf(DamagedContainer.class);
    }

    @ParameterizedTest
    @CsvSource({
        "stsc, 00000000 ffffffff 00000001 00000002 00000001",
        "stsc, 00000000 00000001 00000001 00000001 00000001",
        "stsc, 00000000 00000001 00000001 00000000 00000001",
        "stsc, 00000000 00000003 00000001 00000001 00000001 00000009 00000001 00000001 00000001 ffffffff 00000001",
        "stsc, 00000000 00000000",
        "stco, 00000000 00000001 00000010"
    })
    void chunks_that_do_not_hold_the_samples_are_damage(String table, String body) {
        assertThatThrownBy(() -> read(film(with(table, body)))).isInstanceOf(DamagedContainer.class);
    }

    @Test
    void a_chunk_of_four_billion_samples_behind_the_file_gives_no_packet() throws IOException {
        var chunk = with("stsc", "00000000 00000001 00000001 ffffffff 00000001");
        chunk.put("stco", "00000000 00000001 fffffff0");
        assertThat(fetched(read(film(chunk)))).isZero();
    }

    @Test
    void runs_of_four_billion_samples_of_four_billion_ticks_end() throws IOException {
        assertThat(read(film(with("stts", "00000000 00000002 00000001 ffffffff ffffffff ffffffff")))
                        .bytesPerSecond())
                .containsExactly(10.0, 0.0, 0.0, 0.0);
    }

    @Test
    void key_frames_that_do_not_ascend_or_do_not_exist_are_left_out() throws IOException {
        var wild = with("stss", "00000000 00000005 00000000 00000003 00000001 ffffffff 00000004");
        assertThat(read(film(wild)).keys()).extracting(KeyFrame::seconds).containsExactly(2.0, 3.0);
    }

    @Test
    void of_an_index_of_gigabytes_only_what_is_needed_is_read() throws IOException {
        var file = Files.write(folder.resolve("film"), box("ftyp", "00".repeat(200)));
        var gap = 6L << 30;
        var all = new StringBuilder();
        GOOD.forEach((type, body) -> all.append(hex(box(type, body))));
        var track = track(all.toString());
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var at = channel.size();
            put(channel, at, "moov", 16 + 16 + gap + track.length);
            put(channel, at + 16, "udta", 16 + gap);
            channel.write(ByteBuffer.wrap(track), at + 32 + gap);
        }
        try (var channel = CountedChannel.open(file)) {
            assertThat(IndexReader.read(channel).orElseThrow().keys()).hasSize(2);
            assertThat(channel.bytes()).isLessThan(2000);
        }
    }

    private static void put(FileChannel channel, long at, String type, long length) throws IOException {
        var head = ByteBuffer.allocate(16).putInt(1).put(type.getBytes(StandardCharsets.US_ASCII));
        channel.write(head.putLong(length).flip(), at);
    }

    @Test
    void a_description_of_gigabytes_is_damage() throws IOException {
        var bytes = film(GOOD);
        var at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("mdhd") - 4;
        var file = Files.write(folder.resolve("film"), bytes);
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(4).putInt(0x7fffffff).flip(), at);
            channel.write(ByteBuffer.allocate(1), 4L << 30);
        }
        assertThatThrownBy(() -> read(file)).isInstanceOf(DamagedContainer.class);
    }

    @Test
    void whatever_bytes_are_turned_it_reads_or_says_damage() throws IOException {
        var good = film(GOOD);
        var random = new SplittableRandom(11);
        for (var i = 0; i < 3000; i++) {
            var bad = good.clone();
            for (var turned = 0; turned < 3; turned++) {
                bad[208 + random.nextInt(bad.length - 208)] = (byte) (random.nextInt(3) - 1);
            }
            var file = Files.write(folder.resolve("film"), bad);
            try (var channel = FileChannel.open(file)) {
                var index = IndexReader.read(channel);
                if (index.isPresent()) {
                    KeyFrameFilm.write(channel, index.get().track(), index.get().keys(), new ByteArrayOutputStream());
                }
            } catch (DamagedContainer expected) {
                assertThat(expected).hasMessageNotContaining("null");
            }
        }
    }
}
