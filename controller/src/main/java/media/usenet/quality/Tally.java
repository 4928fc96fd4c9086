package media.usenet.quality;

import java.util.ArrayList;
import java.util.List;

/// Points as they are given, and how far they would go either way if more were known.
final class Tally {

    private final List<Reason> reasons = new ArrayList<>();
    private int points;
    private int worse;
    private int better;

    void give(int more, String because) {
        points += more;
        reasons.add(new Reason(more, because));
    }

    void tell(String because) {
        reasons.add(new Reason(0, because));
    }

    /// What is not known counts for nothing; it may turn out to be worth from this to that.
    void doubt(int least, int most, String because) {
        worse += Math.min(0, least);
        better += Math.max(0, most);
        reasons.add(new Reason(0, because));
    }

    int points() {
        return points;
    }

    Score score(Tier tier, int revision) {
        return new Score(
                tier.quality(),
                tier.number(),
                tier.known(),
                revision,
                points,
                points + worse,
                points + better,
                reasons);
    }
}
