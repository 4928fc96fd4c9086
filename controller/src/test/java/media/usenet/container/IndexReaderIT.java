package media.usenet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndexReaderIT {

    private static final String X264 = "-c:v libx264 -preset ultrafast -g 30 -bf 2";

    @TempDir
    Path folder;

    private static ContainerIndex index(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return IndexReader.read(channel).orElseThrow(() -> new AssertionError("no index in " + file));
        }
    }

    private Path reel(String name, String encoder) {
        return Reels.reel(folder.resolve(name), 12, encoder.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "a.mp4, -c:v libx264 -preset ultrafast -g 30",
        "b.mp4, -c:v libx264 -preset veryfast -bf 3 -movflags +faststart",
        "a.mkv, -c:v libx264 -preset veryfast -g 30 -bf 3",
        "h.mkv, -c:v libx265 -preset ultrafast -x265-params log-level=error:keyint=24",
        "h.mp4, -c:v libx265 -preset ultrafast -x265-params log-level=error:keyint=24",
        "v.webm, -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 24",
        "x.mp4, -c:v mpeg4 -g 24",
        "x.mkv, -c:v mpeg4 -g 24"
    })
    void finds_the_key_frames_that_ffprobe_finds(String name, String encoder) throws IOException {
        var reel = reel(name, encoder);
        var found = index(reel).keys().stream().map(KeyFrame::seconds).toList();
        var expected = Reels.keyFrames(reel);
        assertThat(found).hasSameSizeAs(expected);
        for (var i = 0; i < found.size(); i++) {
            assertThat(found.get(i)).isCloseTo(expected.get(i), within(0.01));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a.mp4, -c:v libx264 -preset ultrafast -g 30",
        "o.mkv, -c:v libx264 -preset veryfast -x264-params open-gop=1:keyint=24:bframes=3",
        "h.mkv, -c:v libx265 -preset ultrafast -x265-params log-level=error:keyint=24:open-gop=1:bframes=3",
        "h.mp4, -c:v libx265 -preset ultrafast -x265-params log-level=error:keyint=24:open-gop=1:bframes=3",
        "v.webm, -c:v libvpx-vp9 -deadline realtime -cpu-used 8 -g 24",
        "1.mkv, -c:v libsvtav1 -preset 12 -g 24",
        "1.mp4, -c:v libsvtav1 -preset 12 -g 24",
        "x.mp4, -c:v mpeg4 -g 24",
        "2.mkv, -c:v mpeg2video -g 24"
    })
    void every_key_frame_decodes_from_the_film_of_key_frames(String name, String encoder) throws IOException {
        var reel = reel(name, encoder);
        var index = index(reel);
        var made = folder.resolve("keys.mkv");
        try (var in = FileChannel.open(reel);
                var out = Files.newOutputStream(made)) {
            KeyFrameFilm.write(in, index.track(), index.keys(), out);
        }
        var decoded = Reels.run(List.of(
                "ffprobe",
                "-v",
                "error",
                "-show_frames",
                "-show_entries",
                "frame=pts_time",
                "-of",
                "csv=p=0",
                made.toString()));
        assertThat(decoded.lines()
                        .map(line -> line.replaceFirst("\\..*", ""))
                        .filter(second -> second.matches("\\d+"))
                        .distinct())
                .hasSameSizeAs(index.keys());
        assertThat(index.keys()).hasSizeGreaterThan(4);
    }

    @Test
    void the_seconds_of_an_mp4_add_up_to_its_film() throws IOException {
        var index = index(reel("a.mp4", X264));
        var packets = Reels.run(List.of(
                "ffprobe",
                "-v",
                "error",
                "-select_streams",
                "v:0",
                "-show_entries",
                "packet=size",
                "-of",
                "csv=p=0",
                folder.resolve("a.mp4").toString()));
        var bytes = packets.lines()
                .mapToLong(line -> Long.parseLong(line.replace(",", "")))
                .sum();
        assertThat(index.bytesPerSecond().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isEqualTo((double) bytes);
        assertThat(index.seconds()).isCloseTo(12, within(0.2));
        assertThat(index.bytesPerSecond()).hasSize(12);
    }

    @Test
    void a_matroska_without_cues_and_a_stream_have_no_index() throws IOException {
        var reel = reel("a.mkv", X264);
        for (var name : List.of("bare.ts", "fragments.mp4")) {
            var options = name.endsWith("mp4") ? new String[] {"-movflags", "empty_moov+frag_keyframe"} : new String[0];
            try (var channel = FileChannel.open(Reels.remuxed(reel, folder.resolve(name), options))) {
                assertThat(IndexReader.read(channel)).isEmpty();
            }
        }
    }

    @Test
    void a_cluster_that_is_not_where_the_index_says_gives_no_packet() throws IOException {
        var reel = reel("a.mkv", X264);
        var index = index(reel);
        var bytes = Files.readAllBytes(reel);
        var first = (KeyFrame.Place.Block) index.keys().getFirst().place();
        bytes[(int) first.position()] = 0x42;
        Files.write(reel, bytes);
        var out = new ByteArrayOutputStream();
        try (var in = FileChannel.open(reel)) {
            assertThat(KeyFrameFilm.write(in, index.track(), index.keys().subList(0, 1), out))
                    .isZero();
        }
    }
}
