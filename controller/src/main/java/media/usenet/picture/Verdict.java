package media.usenet.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import media.usenet.picture.Similarity.Which;

/// Says from the stretches that two films share what they are to each other.
final class Verdict {

    /// Offsets that differ by less are one stretch measured twice.
    private static final double JUMP_SECONDS = 2;

    /// Of the shorter film: below it they share a part alone, as episodes share an intro.
    private static final double LEAST_SHARED = 0.5;

    /// Of the shorter film: above it all of it is in the other.
    private static final double ALL = 0.9;

    /// The same where both are of one length, which another edition hardly is.
    private static final double ALL_OF_ONE_LENGTH = 0.8;

    private static final double ONE_LENGTH_SECONDS = 2;

    /// Of a piece: above it all of it is in the other, since few frames of a short one are looked at.
    private static final double ALL_OF_A_PIECE = 0.7;

    /// A film shorter than this part of the other is a piece of it.
    private static final double PIECE = 0.6;

    private final double firstSeconds;
    private final double secondSeconds;
    private final List<Stretch> shared = new ArrayList<>();
    private final List<Match> evidence = new ArrayList<>();
    private List<Match> lookedAt = List.of();

    private Verdict(double firstSeconds, double secondSeconds) {
        this.firstSeconds = firstSeconds;
        this.secondSeconds = secondSeconds;
    }

    /// The alignments that show most are believed first, and of those that show as many the one that shows them
    /// likest.
    static Verdict of(List<Sighted> sighted, double firstSeconds, double secondSeconds) {
        var verdict = new Verdict(firstSeconds, secondSeconds);
        sighted.stream()
                .sorted(Comparator.comparingLong(Sighted::surplus)
                        .thenComparingDouble(Sighted::likeness)
                        .reversed())
                .forEach(verdict::add);
        return verdict;
    }

    /// Takes in what does not overlap with what is known already, and follows it in both films.
    private void add(Sighted sighted) {
        lookedAt = sighted.same() > lookedAt.stream().filter(Match::same).count() || lookedAt.isEmpty()
                ? sighted.matches()
                : lookedAt;
        for (var stretch : Runs.of(sighted, firstSeconds, secondSeconds)) {
            if (shared.stream().noneMatch(other -> conflicting(stretch, other))) {
                shared.add(stretch);
                evidence.addAll(sighted.matches().stream()
                        .filter(match -> within(match, stretch))
                        .toList());
            }
        }
        shared.sort(Comparator.comparing(stretch -> stretch.inFirst().from()));
    }

    /// Whether nothing of the shorter film is left to be found. A piece whose shots come back, or hardly move,
    /// fits nearly as well elsewhere: one frame that differs, and other places are looked at.
    boolean settled() {
        return coverage() > 0.93
                && (shorter() >= PIECE * longer() || evidence.stream().allMatch(Match::same));
    }

    Similarity similarity() {
        evidence.sort(Comparator.comparing(Match::inFirst));
        if (shared.isEmpty()) {
            return new Similarity.Different(because(), lookedAt);
        }
        var coverage = coverage();
        if (coverage < LEAST_SHARED) {
            return new Similarity.SameSeries(shared, evidence);
        }
        var pieces = stretches();
        if (shorter() < PIECE * longer()) {
            return clip();
        }
        return pieces.size() == 1 && coverage >= all() ? new Similarity.Copy(whole(), evidence) : edition(pieces);
    }

    private double all() {
        return longer() - shorter() < ONE_LENGTH_SECONDS ? ALL_OF_ONE_LENGTH : ALL;
    }

    private Similarity clip() {
        var longest = shared.stream()
                .max(Comparator.comparing(stretch -> stretch.inFirst().length()))
                .orElseThrow();
        var which = firstSeconds * longest.speed() <= secondSeconds ? Which.FIRST : Which.SECOND;
        var stretch = coverage() >= ALL_OF_A_PIECE ? throughout(longest) : longest;
        var where = which == Which.FIRST ? stretch.inSecond() : stretch.inFirst();
        return new Similarity.Clip(which, where, stretch, evidence);
    }

    /// From where the later of both begins to where the earlier one ends: a frame that differs at an end of the
    /// piece says little about where the piece begins.
    private Stretch throughout(Stretch stretch) {
        var alignment = new Alignment(stretch.speed(), Span.seconds(stretch.offset()));
        var from = alignment.from();
        var to = alignment.to(firstSeconds, secondSeconds);
        return new Stretch(
                Span.ofSeconds(from, to),
                Span.ofSeconds(Math.max(0, alignment.inSecond(from)), Math.max(0, alignment.inSecond(to))),
                stretch.speed(),
                stretch.offset());
    }

    private Stretch whole() {
        var first = shared.getFirst();
        var last = shared.getLast();
        return joined(first, last);
    }

    private static Stretch joined(Stretch first, Stretch last) {
        return new Stretch(
                new Span(first.inFirst().from(), last.inFirst().to()),
                new Span(first.inSecond().from(), last.inSecond().to()),
                first.speed(),
                first.offset());
    }

    /// Neighbours of one offset are one, whatever a frame between them says; an insertion changes the offset.
    private List<Stretch> stretches() {
        var pieces = new ArrayList<Stretch>();
        for (var stretch : shared) {
            if (!pieces.isEmpty() && Math.abs(jump(pieces.getLast(), stretch)) < JUMP_SECONDS) {
                pieces.set(pieces.size() - 1, joined(pieces.getLast(), stretch));
            } else {
                pieces.add(stretch);
            }
        }
        return pieces;
    }

    private static double jump(Stretch before, Stretch after) {
        return Span.seconds(after.offset()) - Span.seconds(before.offset());
    }

    private Similarity edition(List<Stretch> pieces) {
        var onlyFirst = new ArrayList<Span>();
        var onlySecond = new ArrayList<Span>();
        for (var i = 1; i < pieces.size(); i++) {
            var before = pieces.get(i - 1);
            var after = pieces.get(i);
            var jump = jump(before, after);
            if (jump > 0) {
                onlySecond.add(inserted(before.inSecond(), after.inSecond(), jump));
            } else {
                onlyFirst.add(inserted(before.inFirst(), after.inFirst(), -jump / before.speed()));
            }
        }
        return new Similarity.Edition(pieces, onlyFirst, onlySecond, evidence);
    }

    /// So long a span around the middle of what lies between; its ends are known no better than the frames
    /// lie apart.
    private static Span inserted(Span before, Span after, double seconds) {
        var middle = (Span.seconds(before.to()) + Span.seconds(after.from())) / 2;
        var from = Math.max(0, middle - seconds / 2);
        return Span.ofSeconds(from, from + seconds);
    }

    private double coverage() {
        var covered = shared.stream()
                .mapToDouble(stretch -> Span.seconds(stretch.inFirst().length()))
                .sum();
        return covered / shorter();
    }

    /// In the first film's time.
    private double shorter() {
        return Math.min(firstSeconds, secondSeconds / speed());
    }

    private double longer() {
        return Math.max(firstSeconds, secondSeconds / speed());
    }

    private double speed() {
        return shared.isEmpty() ? 1 : shared.getFirst().speed();
    }

    private static boolean within(Match match, Stretch stretch) {
        return match.inFirst().compareTo(stretch.inFirst().from()) >= 0
                && match.inFirst().compareTo(stretch.inFirst().to()) <= 0;
    }

    private static boolean conflicting(Stretch one, Stretch other) {
        return overlap(one.inFirst(), other.inFirst()) > 0.3
                || overlap(one.inSecond(), other.inSecond()) > 0.3
                || one.inFirst().from().compareTo(other.inFirst().from()) > 0
                        != one.inSecond().from().compareTo(other.inSecond().from()) > 0;
    }

    /// Of the shorter one.
    private static double overlap(Span one, Span other) {
        var from = Math.max(Span.seconds(one.from()), Span.seconds(other.from()));
        var to = Math.min(Span.seconds(one.to()), Span.seconds(other.to()));
        var least = Math.min(Span.seconds(one.length()), Span.seconds(other.length()));
        return least <= 0 ? 0 : (to - from) / least;
    }

    private String because() {
        var same = lookedAt.stream().filter(Match::same).count();
        return lookedAt.isEmpty()
                ? "no moment of one was found in the other"
                : "%d of %d frames that were laid side by side are the same".formatted(same, lookedAt.size());
    }
}
