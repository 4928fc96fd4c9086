package media.usenet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two hours with sound, in every order of tables and frames that FFmpeg makes.
class LongMp4IT {

    private static final int REACH_BYTES = 150_000;
    private static final int LOOPS = 75;

    @TempDir
    static Path folder;

    @BeforeAll
    static void films() {
        var piece = folder.resolve("piece.mkv");
        var made = "nice ffmpeg -nostdin -v error -y -f lavfi -i"
                + " testsrc2=size=160x90:rate=24:duration=96,hue=h='floor(t/7)*70' -f lavfi"
                + " -i sine=frequency=300:sample_rate=48000:duration=96 -c:v libx264 -preset veryfast"
                + " -threads 1 -crf 30 -bf 3 -c:a aac -b:a 32k ";
        Reels.run(List.of((made + piece).split(" ")));
        var plain = Reels.remuxed(piece, folder.resolve("piece.mp4"));
        var two = folder.resolve("plain.mp4");
        var looped = "ffmpeg -nostdin -v error -y -stream_loop %d -i %s -c copy %s".formatted(LOOPS - 1, plain, two);
        Reels.run(List.of(looped.split(" ")));
        Reels.remuxed(two, folder.resolve("fast.mp4"), "-movflags", "+faststart");
        Reels.remuxed(Reels.remuxed(two, folder.resolve("two.mkv")), folder.resolve("milliseconds.mp4"));
        Reels.remuxed(two, folder.resolve("silent.mp4"), "-an");
    }

    private record Packet(double seconds, long bytes, boolean key) {}

    private static List<Packet> packets(Path file) {
        var told = Reels.run(List.of(
                ("ffprobe -v error -select_streams v:0 -show_entries packet=pts_time,size,flags -of csv=p=0 " + file)
                        .split(" ")));
        return told.lines()
                .map(line -> line.split(","))
                .map(field ->
                        new Packet(Double.parseDouble(field[0]), Long.parseLong(field[1]), field[2].startsWith("K")))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.mp4", "fast.mp4", "milliseconds.mp4"})
    void of_two_hours_little_is_read_and_it_tells_what_ffprobe_tells(String name) throws IOException {
        var file = folder.resolve(name);
        try (var channel = CountedChannel.open(file)) {
            var index = IndexReader.read(channel).orElseThrow();
            assertThat(channel.bytes()).isLessThan(REACH_BYTES);
            agrees(index, packets(file));
        }
    }

    @Test
    void without_sound_between_them_frames_lie_in_few_chunks_and_each_is_counted() throws IOException {
        var file = folder.resolve("silent.mp4");
        try (var channel = FileChannel.open(file)) {
            agrees(IndexReader.read(channel).orElseThrow(), packets(file));
        }
    }

    private static void agrees(ContainerIndex index, List<Packet> packets) {
        var keys = packets.stream().filter(Packet::key).toList();
        assertThat(index.keys()).hasSameSizeAs(keys);
        // FFmpeg has them later by the pause with which the sound's encoder begins.
        var pause = keys.getFirst().seconds();
        for (var i = 0; i < keys.size(); i++) {
            assertThat(index.keys().get(i).seconds() + pause)
                    .isCloseTo(keys.get(i).seconds(), within(0.01));
        }
        var expected = new double[index.bytesPerSecond().size()];
        packets.forEach(
                packet -> expected[(int) Math.clamp(packet.seconds(), 0, expected.length - 1)] += packet.bytes());
        var found =
                index.bytesPerSecond().stream().mapToDouble(Double::doubleValue).toArray();
        assertThat(likeness(threes(found), threes(expected))).isGreaterThan(0.95);
    }

    /// As the curve is looked at: three seconds at a time.
    private static double[] threes(double[] seconds) {
        var sums = new double[seconds.length / 3];
        for (var i = 0; i < sums.length * 3; i++) {
            sums[i / 3] += seconds[i];
        }
        return sums;
    }

    private static double likeness(double[] one, double[] other) {
        var mean = Arrays.stream(one).average().orElse(0);
        var otherMean = Arrays.stream(other).average().orElse(0);
        var together = 0.0;
        var squares = 0.0;
        var otherSquares = 0.0;
        for (var i = 0; i < one.length; i++) {
            together += (one[i] - mean) * (other[i] - otherMean);
            squares += (one[i] - mean) * (one[i] - mean);
            otherSquares += (other[i] - otherMean) * (other[i] - otherMean);
        }
        return together / Math.sqrt(squares * otherSquares);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.mp4", "milliseconds.mp4", "silent.mp4"})
    void the_packets_of_key_frames_are_fetched_whole_wherever_they_lie(String name) throws IOException {
        var file = folder.resolve(name);
        var expected = packets(file).stream().filter(Packet::key).toList();
        try (var channel = FileChannel.open(file)) {
            var index = IndexReader.read(channel).orElseThrow();
            var some = new ArrayList<KeyFrame>();
            var bytes = 0L;
            for (var i = 3; i < expected.size(); i += expected.size() / 20) {
                some.add(index.keys().get(i));
                bytes += expected.get(i).bytes();
            }
            var out = new ByteArrayOutputStream();
            assertThat(KeyFrameFilm.write(channel, index.track(), some, out)).isEqualTo(bytes);
            // Each unit of H.264 ends where its length says: what was fetched begins where a sample does.
            var first = new Packets(new FileBytes(channel), index.track()).of(some.getLast());
            assertThat(whole(first.orElseThrow())).isTrue();
        }
    }

    private static boolean whole(byte[] sample) {
        var units = ByteBuffer.wrap(sample);
        while (units.remaining() >= 4) {
            var length = units.getInt();
            if (length < 0 || length > units.remaining()) {
                return false;
            }
            units.position(units.position() + length);
        }
        return !units.hasRemaining();
    }
}
