package media.usenet.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import media.usenet.picture.SideView.Laid;

/// Looks at two films at moments that an alignment says are the same.
final class Sight {

    /// Key frames this near to each other lie in the same shot nearly always.
    private static final double NEAR_SECONDS = 0.45;

    /// Those this near show at least sometimes the same where the alignment is right.
    private static final double GLANCE_SECONDS = 2;

    private static final int LEAST_GLANCE = 5;
    private static final double GOOD = 0.75;
    private static final double ENOUGH = 0.6;
    private static final double REACH_SECONDS = 3.5;
    private static final int REFINING = 6;
    private static final int CANDIDATES = 4;
    private static final double SURE = 0.9;
    private static final double AGREEING_SECONDS = 0.4;

    /// Each costs seconds: decoding from a key frame up to every wanted moment.
    private static final int MOST_EXACT = 5;

    private final FilmView first;
    private final FilmView second;
    private final SideView sides;
    private int exact;

    Sight(FilmView first, FilmView second) {
        this.first = first;
        this.second = second;
        this.sides = new SideView(first.bars(), second.bars());
    }

    /// Decodes what looking at all of these will need, in one run for each film instead of one for each
    /// alignment.
    void prepare(List<Alignment> all) throws InterruptedException {
        var pairs = new ArrayList<Pair>();
        for (var rough : all) {
            pairs.addAll(near(slots(rough), rough, GLANCE_SECONDS));
            rhythm(rough).ifPresent(exact -> pairs.addAll(near(slots(exact), exact, GLANCE_SECONDS)));
        }
        keyFrames(pairs);
    }

    /// What key frames show.
    ///
    /// @param exact whether the offset is known to a part of a second
    /// @param sharp whether enough of the frames lie so near to each other that those which differ count
    record Glance(Sighted sighted, boolean exact, boolean sharp) {

        boolean hopeless() {
            return sighted.same() == 0 && sighted.matches().size() >= LEAST_GLANCE;
        }

        boolean good() {
            return sighted.same() >= GOOD * sighted.matches().size();
        }
    }

    Glance glance(Alignment rough) throws InterruptedException {
        var asItIs = glance(rough, false);
        var rhythm = rhythm(rough);
        if (rhythm.isEmpty()) {
            return asItIs;
        }
        var exactly = glance(rhythm.get(), true);
        return exactly.sighted().longest() >= asItIs.sighted().longest() ? exactly : asItIs;
    }

    private Glance glance(Alignment alignment, boolean exactOffset) throws InterruptedException {
        var slots = slots(alignment);
        var near = near(slots, alignment, NEAR_SECONDS);
        var sharp = enough(near, slots);
        var pairs = sharp ? near : near(slots, alignment, GLANCE_SECONDS);
        return new Glance(new Sighted(alignment, slots.best(sides.matches(keyFrames(pairs)))), exactOffset, sharp);
    }

    /// An offset that nothing made exact is tried as it is and as the pictures have it. Where key frames do not
    /// meet, or between those that nearly do a cut may lie, one film is decoded up to the very moments, for as
    /// many alignments as may be.
    Sighted sharpened(Glance rough) throws InterruptedException {
        if (rough.hopeless() || (rough.sharp() && rough.good())) {
            return rough.sighted();
        }
        var glance = refined(rough);
        if ((glance.sharp() && (glance.good() || glance.sighted().longest() == 0)) || exact++ >= MOST_EXACT) {
            return glance.sighted();
        }
        var alignment = glance.sighted().alignment();
        var exactly = new Sighted(alignment, sides.matches(exactly(slots(alignment), alignment)));
        return exactly.longest() >= glance.sighted().longest() ? exactly : glance.sighted();
    }

    private Glance refined(Glance rough) throws InterruptedException {
        if (rough.exact() || rough.sighted().same() == 0) {
            return rough;
        }
        var refined = refinedByPictures(rough.sighted().alignment());
        if (refined.isEmpty()) {
            return rough;
        }
        var again = glance(refined.get(), true);
        return again.sighted().same() >= rough.sighted().same() ? again : rough;
    }

    private Slots slots(Alignment alignment) {
        return Slots.over(alignment.from(), alignment.to(first.seconds(), second.seconds()));
    }

    private List<Pair> near(Slots slots, Alignment alignment, double farthest) {
        return slots.keyPairs(first.keys(), second.keys(), alignment, farthest);
    }

    private static boolean enough(List<Pair> pairs, Slots slots) {
        return slots.taken(pairs) >= ENOUGH * slots.count();
    }

    private Optional<Alignment> rhythm(Alignment rough) {
        return KeyRhythm.refined(rough, first.keyTimes(), second.keyTimes());
    }

    /// Takes a few frames of one film and the key frames around them of the other: the likest tell how far
    /// off it is.
    private Optional<Alignment> refinedByPictures(Alignment rough) throws InterruptedException {
        var best = new TreeMap<Double, Match>();
        for (var match : sides.matches(keyFrames(refining(rough)))) {
            if (match.likeness() >= SURE) {
                best.merge(
                        Span.seconds(match.inFirst()),
                        match,
                        (one, other) -> one.likeness() >= other.likeness() ? one : other);
            }
        }
        var shifts = best.values().stream()
                .map(match -> Span.seconds(match.inSecond()) - rough.inSecond(Span.seconds(match.inFirst())))
                .sorted()
                .toList();
        return agreed(shifts).map(rough::shifted);
    }

    /// Shots that stand still are alike all along and tell no offset: only one that most agree on is believed.
    private static Optional<Double> agreed(List<Double> shifts) {
        if (shifts.size() < REFINING / 2) {
            return Optional.empty();
        }
        var median = shifts.get(shifts.size() / 2);
        var agreeing = shifts.stream()
                .filter(shift -> Math.abs(shift - median) < AGREEING_SECONDS)
                .count();
        return agreeing > 0.6 * shifts.size() ? Optional.of(median) : Optional.empty();
    }

    private List<Pair> refining(Alignment rough) {
        var slots = Slots.over(rough.from(), rough.to(first.seconds(), second.seconds()));
        var some = new Slots(slots.from(), slots.to(), Math.min(REFINING, slots.count()));
        var tried = new ArrayList<Pair>();
        for (var pair : some.each(first.keys(), time -> new Pair(time, rough.inSecond(time)))) {
            around(second.keys(), pair.inSecond()).forEach(time -> tried.add(new Pair(pair.inFirst(), time)));
        }
        return tried;
    }

    private static List<Double> around(NavigableMap<Double, ?> keys, double time) {
        return keys.subMap(time - REACH_SECONDS, time + REACH_SECONDS).keySet().stream()
                .sorted((one, other) -> Double.compare(Math.abs(one - time), Math.abs(other - time)))
                .limit(CANDIDATES)
                .toList();
    }

    private List<Laid> keyFrames(List<Pair> pairs) throws InterruptedException {
        return laid(
                pairs,
                first.keyFrames(pairs.stream().map(Pair::inFirst).toList()),
                second.keyFrames(pairs.stream().map(Pair::inSecond).toList()));
    }

    /// Where key frames do not meet, or a file has no index, one side is decoded up to the key frames of the
    /// other: of that which has them in more places.
    private List<Laid> exactly(Slots slots, Alignment alignment) throws InterruptedException {
        var there = new Slots(alignment.inSecond(slots.from()), alignment.inSecond(slots.to()), slots.count());
        var atFirst = slots.each(first.keys(), time -> new Pair(time, alignment.inSecond(time)));
        var atSecond = there.each(second.keys(), time -> new Pair(alignment.inFirst(time), time));
        if (atFirst.isEmpty() && atSecond.isEmpty()) {
            var pairs = slots.middles(time -> new Pair(time, alignment.inSecond(time)));
            return laid(pairs, first.exactly(firsts(pairs)), second.exactly(seconds(pairs)));
        }
        return atFirst.size() >= atSecond.size()
                ? laid(atFirst, first.keyFrames(firsts(atFirst)), second.exactly(seconds(atFirst)))
                : laid(atSecond, first.exactly(firsts(atSecond)), second.keyFrames(seconds(atSecond)));
    }

    private static List<Double> firsts(List<Pair> pairs) {
        return pairs.stream().map(Pair::inFirst).toList();
    }

    private static List<Double> seconds(List<Pair> pairs) {
        return pairs.stream().map(Pair::inSecond).toList();
    }

    private static List<Laid> laid(List<Pair> pairs, Map<Double, Picture> first, Map<Double, Picture> second) {
        var laid = new ArrayList<Laid>();
        for (var pair : pairs) {
            var one = first.get(pair.inFirst());
            var other = second.get(pair.inSecond());
            if (one != null && other != null) {
                laid.add(new Laid(pair, one, other));
            }
        }
        return laid;
    }
}
