package media.usenet.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Makes words of a curve at its most striking moments, which other encodes of the film have as well: for
/// two minutes around each, whether a moment takes more bytes than most of them.
final class CurveWords {

    static final int MOST = 40;

    private static final int STEP_SECONDS = 2;
    private static final int HALF_SECONDS = Long.SIZE / 2 * STEP_SECONDS;
    private static final int APART_SECONDS = 12;

    record Word(int second, long bits) {}

    private CurveWords() {}

    /// None of films that are hardly longer than one word.
    static List<Word> of(IndexCurve curve, double speed) {
        var shape = Shape.of(curve, speed);
        var words = new ArrayList<Word>();
        for (var second : moments(shape)) {
            words.add(new Word((int) Math.round(second / speed), word(shape, second)));
        }
        return words;
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
            steps[i] = shape[at] + shape[at + 1];
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
