package media.usenet.quality;

import java.util.Optional;
import java.util.OptionalInt;
import media.usenet.formats.GuideProfile;
import media.usenet.formats.GuideProfile.Rank;
import media.usenet.formats.Quality;

/// Where on the profile's ladder a copy stands.
///
/// @param known false when the quality could only be guessed from the picture's size, or not at all
record Tier(String quality, int number, boolean known) {

    static Tier of(GuideProfile ladder, Optional<Quality> quality, OptionalInt lines) {
        if (quality.isPresent()) {
            var name = quality.get().name();
            var rank = ladder.rank(name);
            if (rank.isPresent()) {
                return new Tier(name, ladder.allows(name) ? rank.getAsInt() + 1 : 0, true);
            }
        }
        return new Tier("unknown", least(ladder, lines), false);
    }

    /// The worst allowed quality of that size, or of any.
    private static int least(GuideProfile ladder, OptionalInt lines) {
        var ranks = ladder.ranks();
        int least = 1;
        for (int at = ranks.size() - 1; at >= 0; at--) {
            boolean fits = lines.isEmpty() || sized(ranks.get(at), lines.getAsInt());
            if (ranks.get(at).allowed() && fits) {
                return ranks.size() - at;
            }
        }
        return least;
    }

    private static boolean sized(Rank rank, int lines) {
        return rank.qualities().stream().anyMatch(quality -> quality.contains(lines + "p"));
    }
}
