package media.usenet.nomination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    private final Map<Integer, List<Vote>> votes = new HashMap<>();

    Ballot(int film) {
        this.film = film;
    }

    void frame(int other, int millis, double inOther, double weight) {
        add(other, new Vote(millis / 1000.0, inOther, weight, millis));
    }

    void curve(int other, int second, double inOther, double weight) {
        add(other, new Vote(second, inOther, weight, -1 - second / CURVE_SECONDS));
    }

    private void add(int other, Vote vote) {
        if (other != film) {
            votes.computeIfAbsent(other, _ -> new ArrayList<>()).add(vote);
        }
    }

    /// The likeliest few, the likeliest first.
    List<Nomination> nominations() {
        return votes.entrySet().stream()
                .map(entry -> nomination(entry.getKey(), entry.getValue()))
                .filter(nomination -> nomination.votes() >= LEAST_VOTES)
                .sorted(Comparator.comparingDouble(Nomination::votes).reversed())
                .limit(MOST)
                .toList();
    }

    private Nomination nomination(int other, List<Vote> given) {
        var most = SPEEDS.stream()
                .mapToDouble(speed -> heaviest(given, speed))
                .max()
                .orElse(0);
        return new Nomination(Math.min(film, other), Math.max(film, other), most);
    }

    private static double heaviest(List<Vote> given, double speed) {
        if (given.stream().mapToDouble(Vote::weight).sum() < LEAST_VOTES) {
            return 0;
        }
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
