package media.usenet.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Finds the stretches in which an alignment holds: where nearly all frames are the same.
final class Runs {

    private static final int LEAST_SAME = 2;

    private final Sighted sighted;
    private final double from;
    private final double to;
    private final List<Stretch> stretches = new ArrayList<>();

    private Runs(Sighted sighted, double from, double to) {
        this.sighted = sighted;
        this.from = from;
        this.to = to;
    }

    static List<Stretch> of(Sighted sighted, double firstSeconds, double secondSeconds) {
        var alignment = sighted.alignment();
        var runs = new Runs(sighted, alignment.from(), alignment.to(firstSeconds, secondSeconds));
        runs.split(0, sighted.matches().size());
        return runs.stretches;
    }

    /// The part with the greatest surplus of same frames over others, and what is left of it on either side.
    private void split(int begin, int end) {
        var best = 0;
        var bestFrom = begin;
        var bestTo = begin;
        var sum = 0;
        var start = begin;
        for (var i = begin; i < end; i++) {
            if (sum <= 0) {
                sum = 0;
                start = i;
            }
            sum += sighted.matches().get(i).same() ? 1 : -1;
            if (sum > best) {
                best = sum;
                bestFrom = start;
                bestTo = i + 1;
            }
        }
        if (best < LEAST_SAME) {
            return;
        }
        split(begin, bestFrom);
        stretches.add(stretch(bestFrom, bestTo));
        split(bestTo, end);
    }

    private Stretch stretch(int begin, int end) {
        var alignment = sighted.alignment();
        var matches = sighted.matches();
        var start = begin == 0 ? from : between(matches.get(begin - 1), matches.get(begin));
        var stop = end == matches.size() ? to : between(matches.get(end - 1), matches.get(end));
        return new Stretch(
                Span.ofSeconds(start, stop),
                Span.ofSeconds(Math.max(0, alignment.inSecond(start)), Math.max(0, alignment.inSecond(stop))),
                alignment.speed(),
                Duration.ofMillis(Math.round(alignment.offset() * 1000)));
    }

    private static double between(Match one, Match other) {
        return (Span.seconds(one.inFirst()) + Span.seconds(other.inFirst())) / 2;
    }
}
