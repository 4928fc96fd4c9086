package media.usenet.nomination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import media.usenet.picture.IndexCurve;
import media.usenet.picture.Shape;

/// Makes words of a curve at its most striking moments, which other encodes of the film have as well: for
/// four minutes around each, whether a moment takes more bytes than most of them.
final class CurveWords {

    static final int MOST = 40;

    private static final int STEP_SECONDS = 4;
    private static final int HALF_SECONDS = Long.SIZE / 2 * STEP_SECONDS;
    private static final int APART_SECONDS = 12;
    private static final int AROUND_SECONDS = 4;

    record Word(int second, long bits) {}

    private CurveWords() {}

    /// None of films that are hardly longer than one word.
    static List<Word> of(IndexCurve curve, double speed) {
        var shape = Shape.of(curve, speed);
        var words = new ArrayList<Word>();
        for (var second : moments(wide(shape))) {
            words.add(new Word((int) Math.round(second / speed), word(shape, second)));
        }
        return words;
    }

    /// Each second with those around it: its highest points stay where they are in another encode.
    private static float[] wide(float[] shape) {
        var wide = new float[shape.length];
        var sum = 0f;
        for (var second = -AROUND_SECONDS; second < shape.length; second++) {
            sum += second + AROUND_SECONDS < shape.length ? shape[second + AROUND_SECONDS] : 0;
            sum -= second - AROUND_SECONDS > 0 ? shape[second - AROUND_SECONDS - 1] : 0;
            if (second >= 0) {
                wide[second] = sum;
            }
        }
        return wide;
    }

    private static List<Integer> moments(float[] shape) {
        var peaks = new ArrayList<Integer>();
        for (var second = HALF_SECONDS; second < shape.length - HALF_SECONDS; second++) {
            if (highest(shape, second)) {
                peaks.add(second);
            }
        }
        peaks.sort(Comparator.comparingDouble(second -> -shape[second]));
        return peaks.subList(0, Math.min(MOST, peaks.size()));
    }

    private static boolean highest(float[] shape, int second) {
        for (var other = second - APART_SECONDS; other <= second + APART_SECONDS; other++) {
            if (shape[other] > shape[second] || (other < second && shape[other] == shape[second])) {
                return false;
            }
        }
        return true;
    }

    private static long word(float[] shape, int middle) {
        var steps = new float[Long.SIZE];
        for (var i = 0; i < steps.length; i++) {
            var at = middle - HALF_SECONDS + i * STEP_SECONDS;
            for (var second = 0; second < STEP_SECONDS; second++) {
                steps[i] += shape[at + second];
            }
        }
        var sorted = steps.clone();
        Arrays.sort(sorted);
        var median = (sorted[31] + sorted[32]) / 2;
        var bits = 0L;
        for (var i = 0; i < steps.length; i++) {
            bits |= steps[i] > median ? 1L << i : 0;
        }
        return bits;
    }
}
