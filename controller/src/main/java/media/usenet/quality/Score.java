package media.usenet.quality;

import java.util.Comparator;
import java.util.List;

/// What a copy is worth. The better quality comes first, then the repaired release, then points, as in Sonarr and
/// Radarr.
///
/// @param quality as the profile names it; `unknown`
/// @param tier the higher the better; 0 for what the profile does not allow, 1 the least that it allows
/// @param tierKnown whether the quality is known; a tier that is not is the least that it can be among allowed ones
/// @param revision 0 for a first release, 1 for a proper or repack, ...
/// @param points of what is known
/// @param least what the points come to when everything that is not known is bad
/// @param most what they come to when it is good
public record Score(
        String quality,
        int tier,
        boolean tierKnown,
        int revision,
        int points,
        int least,
        int most,
        List<Reason> reasons)
        implements Comparable<Score> {

    private static final Comparator<Score> ORDER = Comparator.comparingInt(Score::tier)
            .thenComparingInt(Score::revision)
            .thenComparingInt(Score::points);

    public Score {
        reasons = List.copyOf(reasons);
        if (least > points || points > most) {
            throw new IllegalArgumentException("%d is not of %d to %d".formatted(points, least, most));
        }
    }

    /// By what is known; reasons do not count.
    @Override
    public int compareTo(Score other) {
        return ORDER.compare(this, other);
    }

    /// Whether it is better whatever the unknown turns out to be.
    public boolean surelyBetter(Score other) {
        if (!tierKnown || !other.tierKnown) {
            return false;
        }
        if (tier != other.tier || revision != other.revision) {
            return compareTo(other) > 0;
        }
        return least > other.most;
    }

    @Override
    public String toString() {
        return "%s, %+d".formatted(quality, points);
    }
}
