package media.usenet.container;

import java.util.ArrayList;
import java.util.List;

/// Gathers bytes into seconds.
final class ByteCurve {

    /// A day: what says it is longer is not believed.
    static final int MOST_SECONDS = 24 * 3600;

    private final double[] seconds;

    ByteCurve(double length) {
        seconds = new double[(int) Math.clamp(Math.ceil(length), 0, MOST_SECONDS)];
    }

    void add(double second, double bytes) {
        if (second >= 0 && second < seconds.length) {
            seconds[(int) second] += bytes;
        }
    }

    /// Spreads bytes evenly over a stretch.
    void spread(double from, double to, double bytes) {
        var end = Math.min(to, seconds.length);
        var rate = bytes / (to - from);
        for (var at = Math.max(0, from); at < end; ) {
            var next = Math.min(end, Math.floor(at) + 1);
            seconds[(int) at] += rate * (next - at);
            at = next;
        }
    }

    List<Double> bytesPerSecond() {
        var all = new ArrayList<Double>(seconds.length);
        for (var bytes : seconds) {
            all.add(bytes);
        }
        return all;
    }
}
