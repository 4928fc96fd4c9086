package media.usenet.picture;

import java.util.List;

/// What an alignment showed when frames were laid side by side.
///
/// @param matches of frames that tell something, in the order of the first film's time
record Sighted(Alignment alignment, List<Match> matches) {

    Sighted {
        matches = List.copyOf(matches);
    }

    long same() {
        return matches.stream().filter(Match::same).count();
    }

    /// By how much the same frames outnumber others where they do most: a part that fits counts, though the
    /// rest does not.
    int longest() {
        var best = 0;
        var sum = 0;
        for (var match : matches) {
            sum = Math.max(0, sum + (match.same() ? 1 : -1));
            best = Math.max(best, sum);
        }
        return best;
    }

    /// Where two alignments a second apart show as many, the one that shows fewer others is nearer.
    long surplus() {
        return 4 * same() - matches.size();
    }

    /// Of all that was laid side by side, on average.
    double likeness() {
        return matches.stream().mapToDouble(Match::likeness).average().orElse(0);
    }
}
