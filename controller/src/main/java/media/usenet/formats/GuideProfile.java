package media.usenet.formats;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/// A quality profile as a guide publishes it.
///
/// @param ranks best first
/// @param cutoff the name of the rank from which on nothing better is wanted
/// @param scoreSet which scores of the formats count
/// @param formats ids of the formats that count
public record GuideProfile(
        String id,
        String name,
        List<Rank> ranks,
        String cutoff,
        boolean upgradeAllowed,
        int minFormatScore,
        int cutoffFormatScore,
        int minUpgradeFormatScore,
        String scoreSet,
        Set<String> formats) {

    public GuideProfile {
        ranks = List.copyOf(ranks);
        formats = Set.copyOf(formats);
    }

    /// Qualities that are equally good.
    public record Rank(String name, Set<String> qualities, boolean allowed) {

        public Rank {
            qualities = Set.copyOf(qualities);
        }
    }

    /// The higher the better, from 0; empty for a quality that the profile does not name.
    public OptionalInt rank(String quality) {
        for (int at = 0; at < ranks.size(); at++) {
            if (ranks.get(at).qualities().contains(quality)
                    || ranks.get(at).name().equals(quality)) {
                return OptionalInt.of(ranks.size() - 1 - at);
            }
        }
        return OptionalInt.empty();
    }

    public boolean allows(String quality) {
        return ranks.stream()
                .anyMatch(rank -> rank.allowed()
                        && (rank.qualities().contains(quality) || rank.name().equals(quality)));
    }

    /// What each format of the book that counts is worth.
    public Map<String, Integer> scores(FormatBook book) {
        return book.formats().stream()
                .filter(format -> formats.contains(format.id()) && format.score(scoreSet) != 0)
                .collect(Collectors.toUnmodifiableMap(
                        CustomFormat::id, format -> format.score(scoreSet), (first, again) -> first));
    }
}
