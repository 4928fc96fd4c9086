package media.usenet.picture;

/// An index curve made comparable: what an encoder adds evenly is taken away, what the film itself does
/// remains. It nominates, and it aligns.
public final class Shape {

    /// Longer than the distance of key frames in many encodes, which makes peaks that tell nothing of the film.
    private static final int SMOOTH_SECONDS = 3;

    private static final int TREND_SECONDS = 61;
    private static final double OUTLIER = 3;

    private Shape() {}

    /// @param speed seconds of the answer for one of the curve
    public static float[] of(IndexCurve curve, double speed) {
        var values = stretched(curve.values(), speed);
        var smooth = mean(values, SMOOTH_SECONDS);
        var trend = mean(smooth, TREND_SECONDS);
        var squares = 0.0;
        for (var i = 0; i < smooth.length; i++) {
            smooth[i] -= trend[i];
            squares += smooth[i] * smooth[i];
        }
        var limit = (float) (OUTLIER * Math.sqrt(squares / Math.max(1, smooth.length)));
        for (var i = 0; i < smooth.length; i++) {
            smooth[i] = Math.clamp(smooth[i], -limit, limit);
        }
        return smooth;
    }

    private static float[] stretched(float[] values, double speed) {
        if (speed == 1 || values.length < 2) {
            return values;
        }
        var stretched = new float[(int) (values.length * speed)];
        for (var i = 0; i < stretched.length; i++) {
            var at = Math.min(i / speed, values.length - 1.001);
            var left = (int) at;
            stretched[i] = (float) (values[left] + (at - left) * (values[left + 1] - values[left]));
        }
        return stretched;
    }

    /// Over so many seconds around each, fewer at the ends.
    private static float[] mean(float[] values, int seconds) {
        var sums = new double[values.length + 1];
        for (var i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        var means = new float[values.length];
        for (var i = 0; i < values.length; i++) {
            var from = Math.max(0, i - seconds / 2);
            var to = Math.min(values.length, i + seconds / 2 + 1);
            means[i] = (float) ((sums[to] - sums[from]) / (to - from));
        }
        return means;
    }
}
