package media.usenet.nomination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/// Gathers for one film what speaks for each of the others, and counts what agrees on one alignment.
final class Ballot {

    static final List<Double> SPEEDS = List.of(1.0, 24.0 / 25, 25.0 / 24);

    private static final double WIDTH_SECONDS = 6;
    private static final double LEAST_VOTES = 0.9;
    private static final int MOST = 6;
    /// Words of a curve that overlap say the same thing twice, also where it is chance.
    private static final int CURVE_SECONDS = 200;

    /// @param moment votes of one moment count once
    private record Vote(double inFilm, double inOther, double weight, int moment) {

        double offset(double speed) {
            return inOther - inFilm * speed;
        }
    }

    private final int film;
    /// The other film, and which of the votes it is, so that those for one film stand together when they are
    /// sorted.
    private long[] order = new long[16];
    private Vote[] votes = new Vote[16];
    private int size;

    Ballot(int film) {
        this.film = film;
    }

    void frame(int other, int millis, int inOther, double weight) {
        add(other, new Vote(millis / 1000.0, inOther / 1000.0, weight, millis));
    }

    void curve(int other, int second, double inOther, double weight) {
        add(other, new Vote(second, inOther, weight, -1 - second / CURVE_SECONDS));
    }

    private void add(int other, Vote vote) {
        if (other == film) {
            return;
        }
        if (size == order.length) {
            order = Arrays.copyOf(order, 2 * size);
            votes = Arrays.copyOf(votes, 2 * size);
        }
        order[size] = ((long) other << 32) | size;
        votes[size++] = vote;
    }

    /// The likeliest few, the likeliest first.
    List<Nomination> nominations() {
        Arrays.sort(order, 0, size);
        var all = new ArrayList<Nomination>();
        for (var from = 0; from < size; ) {
            var to = from;
            var sum = 0.0;
            while (to < size && other(to) == other(from)) {
                sum += vote(to++).weight();
            }
            if (sum >= LEAST_VOTES) {
                all.add(nomination(other(from), given(from, to)));
            }
            from = to;
        }
        return all.stream()
                .filter(nomination -> nomination.votes() >= LEAST_VOTES)
                .sorted(Comparator.comparingDouble(Nomination::votes).reversed())
                .limit(MOST)
                .toList();
    }

    private int other(int place) {
        return (int) (order[place] >>> 32);
    }

    private Vote vote(int place) {
        return votes[(int) order[place]];
    }

    private List<Vote> given(int from, int to) {
        var given = new ArrayList<Vote>();
        for (var place = from; place < to; place++) {
            given.add(vote(place));
        }
        return given;
    }

    private Nomination nomination(int other, List<Vote> given) {
        var most = SPEEDS.stream()
                .mapToDouble(speed -> heaviest(given, speed))
                .max()
                .orElse(0);
        return new Nomination(Math.min(film, other), Math.max(film, other), most);
    }

    private static double heaviest(List<Vote> given, double speed) {
        var sorted = given.stream()
                .sorted(Comparator.comparingDouble(vote -> vote.offset(speed)))
                .toList();
        var best = 0.0;
        for (var start = 0; start < sorted.size(); start++) {
            best = Math.max(best, weight(sorted, start, sorted.get(start).offset(speed) + WIDTH_SECONDS, speed));
        }
        return best;
    }

    private static double weight(List<Vote> sorted, int start, double end, double speed) {
        var moments = new HashMap<Integer, Double>();
        for (var vote : sorted.subList(start, sorted.size())) {
            if (vote.offset(speed) > end) {
                break;
            }
            moments.merge(vote.moment(), vote.weight(), Math::max);
        }
        return moments.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
