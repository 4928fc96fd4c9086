package media.usenet.picture;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// The little of a fingerprint that is searched by: some 2 KB, so that a hundred thousand fit into memory.
public final class Sketch {

    static final int WORDS_A_FRAME = 4;

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
