package media.usenet.picture;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// Finds the exact offset from key frames: encoders put them on cuts, which all encodes of a film share.
final class KeyRhythm {

    private static final double REACH_SECONDS = 4;
    private static final double STEP_SECONDS = 0.04;
    private static final double SAME_SECONDS = 0.06;
    private static final int LEAST_TOGETHER = 5;
    private static final double CLEARLY = 2.2;

    private KeyRhythm() {}

    /// Empty when no offset near the given one brings clearly more key frames together than others: key
    /// frames at fixed distances tell nothing.
    static Optional<Alignment> refined(Alignment rough, List<Double> first, List<Double> second) {
        var times = new TreeSet<>(second);
        var steps = (int) (2 * REACH_SECONDS / STEP_SECONDS) + 1;
        var best = 0;
        var shift = 0.0;
        var all = 0;
        for (var step = 0; step < steps; step++) {
            var tried = step * STEP_SECONDS - REACH_SECONDS;
            var together = together(rough.shifted(tried), first, times);
            all += together;
            if (together > best || (together == best && Math.abs(tried) < Math.abs(shift))) {
                best = together;
                shift = tried;
            }
        }
        return best >= LEAST_TOGETHER && best > CLEARLY * all / steps
                ? Optional.of(rough.shifted(shift))
                : Optional.empty();
    }

    private static int together(Alignment alignment, List<Double> first, NavigableSet<Double> second) {
        var count = 0;
        for (var time : first) {
            var wanted = alignment.inSecond(time);
            var next = second.ceiling(wanted - SAME_SECONDS);
            count += next != null && next <= wanted + SAME_SECONDS ? 1 : 0;
        }
        return count;
    }
}
