package media.usenet.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/// Spreads what is looked at evenly over the time in which both films run.
record Slots(double from, double to, int count) {

    private static final int MOST = 16;
    private static final int PAIRS = 2;
    private static final double SHORTEST_SECONDS = 3.5;

    static Slots over(double from, double to) {
        return new Slots(from, to, (int) Math.clamp((to - from) / SHORTEST_SECONDS, 1, MOST));
    }

    double begin(int slot) {
        return from + (to - from) * slot / count;
    }

    /// In each slot the key frames of both that come nearest to each other, where they come as near as this:
    /// two pairs, since of one pair a cut may lie between the frames.
    List<Pair> keyPairs(
            NavigableMap<Double, ?> first, NavigableMap<Double, ?> second, Alignment alignment, double farthest) {
        var pairs = new ArrayList<Pair>();
        for (var slot = 0; slot < count; slot++) {
            first.subMap(begin(slot), begin(slot + 1)).keySet().stream()
                    .map(time -> new Pair(time, nearest(second, alignment.inSecond(time))))
                    .filter(pair -> distance(pair, alignment) <= farthest)
                    .sorted(Comparator.comparingDouble(pair -> distance(pair, alignment)))
                    .limit(PAIRS)
                    .forEach(pairs::add);
        }
        return pairs;
    }

    private static double distance(Pair pair, Alignment alignment) {
        return Math.abs(pair.inSecond() - alignment.inSecond(pair.inFirst()));
    }

    /// How many of the slots have any of these.
    long taken(List<Pair> pairs) {
        return pairs.stream().map(pair -> slot(pair.inFirst())).distinct().count();
    }

    /// The likest of each slot, in the order of time.
    List<Match> best(List<Match> matches) {
        var best = new TreeMap<Integer, Match>();
        for (var match : matches) {
            best.merge(
                    slot(Span.seconds(match.inFirst())),
                    match,
                    (one, other) -> one.likeness() >= other.likeness() ? one : other);
        }
        return List.copyOf(best.values());
    }

    private int slot(double time) {
        return (int) Math.clamp((time - from) * count / (to - from), 0, count - 1);
    }

    /// In each slot the moment that is nearest to its middle among those that there are.
    List<Pair> each(NavigableMap<Double, ?> moments, DoubleFunction<Pair> pair) {
        var pairs = new ArrayList<Pair>();
        for (var slot = 0; slot < count; slot++) {
            var middle = (begin(slot) + begin(slot + 1)) / 2;
            var found = nearest(moments, middle);
            if (found >= begin(slot) && found < begin(slot + 1)) {
                pairs.add(pair.apply(found));
            }
        }
        return pairs;
    }

    List<Pair> middles(DoubleFunction<Pair> pair) {
        var pairs = new ArrayList<Pair>();
        for (var slot = 0; slot < count; slot++) {
            pairs.add(pair.apply((begin(slot) + begin(slot + 1)) / 2));
        }
        return pairs;
    }

    private static double nearest(NavigableMap<Double, ?> times, double wanted) {
        var before = times.floorKey(wanted);
        var after = times.ceilingKey(wanted);
        if (before == null || after == null) {
            return before != null ? before : after != null ? after : Double.MAX_VALUE;
        }
        return wanted - before <= after - wanted ? before : after;
    }
}
