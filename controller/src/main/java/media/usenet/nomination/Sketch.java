package media.usenet.nomination;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import media.usenet.picture.Fingerprint;
import media.usenet.picture.FrameHash;

/// The little of a fingerprint that is searched by: some 2 KB, so that a hundred thousand fit into memory.
public final class Sketch {

    static final int WORDS_A_FRAME = 4;

    /// Changes with what is sketched or how: sketches of other versions are made again.
    private static final int VERSION = Fingerprint.VERSION;

    private static final int FRAME_BYTES = Integer.BYTES + WORDS_A_FRAME * Long.BYTES;
    private static final int WORD_BYTES = Integer.BYTES + Long.BYTES;

    private final long[] frameWords;
    private final int[] frameMillis;
    private final long[][] curveWords;
    private final int[][] curveSeconds;

    private Sketch(long[] frameWords, int[] frameMillis, long[][] curveWords, int[][] curveSeconds) {
        this.frameWords = frameWords;
        this.frameMillis = frameMillis;
        this.curveWords = curveWords;
        this.curveSeconds = curveSeconds;
    }

    public static Sketch of(Fingerprint fingerprint) {
        var telling = fingerprint.frames().stream().filter(FrameHash::telling).toList();
        var speeds = Ballot.SPEEDS.size();
        var words = new long[speeds][];
        var seconds = new int[speeds][];
        for (var speed = 0; speed < speeds; speed++) {
            var curve = fingerprint.curve();
            var found = curve == null ? List.<CurveWords.Word>of() : CurveWords.of(curve, Ballot.SPEEDS.get(speed));
            words[speed] = found.stream().mapToLong(CurveWords.Word::bits).toArray();
            seconds[speed] = found.stream().mapToInt(CurveWords.Word::second).toArray();
        }
        return new Sketch(
                telling.stream().flatMapToLong(Sketch::words).toArray(),
                telling.stream().mapToInt(FrameHash::millis).toArray(),
                words,
                seconds);
    }

    private static LongStream words(FrameHash frame) {
        return LongStream.of(frame.whole(), frame.inner(), frame.middle(), frame.flat());
    }

    /// As it is stored: version, frames, words of the curve by speed; big-endian.
    byte[] toBytes() {
        var words = Arrays.stream(curveWords).mapToInt(some -> some.length).sum();
        var out = ByteBuffer.allocate(
                1 + Short.BYTES * (1 + curveWords.length) + frames() * FRAME_BYTES + words * WORD_BYTES);
        out.put((byte) VERSION).putShort((short) frames());
        Arrays.stream(frameMillis).forEach(out::putInt);
        Arrays.stream(frameWords).forEach(out::putLong);
        for (var speed = 0; speed < curveWords.length; speed++) {
            out.putShort((short) curveWords[speed].length);
            Arrays.stream(curveSeconds[speed]).forEach(out::putInt);
            Arrays.stream(curveWords[speed]).forEach(out::putLong);
        }
        return out.array();
    }

    /// Empty for another version and for bytes that are none.
    static Optional<Sketch> ofBytes(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        if (bytes.length < 1 || in.get() != VERSION) {
            return Optional.empty();
        }
        try {
            var frames = in.getShort();
            var millis = ints(in, frames);
            var frameWords = longs(in, frames * WORDS_A_FRAME);
            var speeds = Ballot.SPEEDS.size();
            var words = new long[speeds][];
            var seconds = new int[speeds][];
            for (var speed = 0; speed < speeds; speed++) {
                var count = in.getShort();
                seconds[speed] = ints(in, count);
                words[speed] = longs(in, count);
            }
            return in.hasRemaining() ? Optional.empty() : Optional.of(new Sketch(frameWords, millis, words, seconds));
        } catch (BufferUnderflowException | NegativeArraySizeException _) {
            return Optional.empty();
        }
    }

    private static int[] ints(ByteBuffer in, int count) {
        var numbers = new int[count];
        for (var i = 0; i < count; i++) {
            numbers[i] = in.getInt();
        }
        return numbers;
    }

    private static long[] longs(ByteBuffer in, int count) {
        var numbers = new long[count];
        for (var i = 0; i < count; i++) {
            numbers[i] = in.getLong();
        }
        return numbers;
    }

    /// Whether it says anything to search by.
    public boolean tells() {
        return frames() > 0 || curveWords(0) > 0;
    }

    int frames() {
        return frameMillis.length;
    }

    int millis(int frame) {
        return frameMillis[frame];
    }

    /// The whole picture's word first, then those of its parts.
    long word(int frame, int part) {
        return frameWords[frame * WORDS_A_FRAME + part];
    }

    /// @param speed by its place in [Ballot#SPEEDS]; the first is the film's own
    int curveWords(int speed) {
        return curveWords[speed].length;
    }

    long curveWord(int speed, int number) {
        return curveWords[speed][number];
    }

    int curveSecond(int speed, int number) {
        return curveSeconds[speed][number];
    }

    @Override
    public String toString() {
        return "Sketch[%d frames, %d words of the curve]"
                .formatted(
                        frames(),
                        Arrays.stream(curveWords)
                                .mapToInt(words -> words.length)
                                .sum());
    }
}
