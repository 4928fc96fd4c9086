package media.usenet.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import media.usenet.quality.UpgradeRule.Standing;
import media.usenet.quality.Verdict.Keep;
import media.usenet.quality.Verdict.UpgradeAvailable;

/// Which copies of a work to keep. Whatever is not known keeps a copy or asks; it never gives one away.
public final class Recommender {

    private record Scored(Candidate candidate, Score score) {}

    private static final Comparator<Scored> BEST = Comparator.comparing(Scored::score)
            .thenComparing(scored -> scored.candidate().bytes())
            .thenComparing(scored -> scored.candidate().name())
            .reversed();

    private final QualityProfile profile;
    private final Optional<Av1Measure> av1;

    /// @param av1 empty when no AV1 encoder was measured here: then no saving is told
    public Recommender(QualityProfile profile, Optional<Av1Measure> av1) {
        this.profile = profile;
        this.av1 = av1;
    }

    /// @param copies of one work that are here, files of their own each
    /// @param offers of the same work that are not here
    /// @return one for each copy, those that stay first within their cut
    public List<Recommendation> recommend(List<Candidate> copies, List<Candidate> offers) {
        var cuts = copies.stream()
                .collect(Collectors.groupingBy(copy -> Cut.of(copy, profile), LinkedHashMap::new, Collectors.toList()));
        var offered = offers.stream().collect(Collectors.groupingBy(offer -> Cut.of(offer, profile)));
        var all = new ArrayList<Recommendation>();
        cuts.forEach((cut, some) -> all.addAll(oneCut(some, offered.getOrDefault(cut, List.of()), cuts.size())));
        return List.copyOf(all);
    }

    private List<Recommendation> oneCut(List<Candidate> copies, List<Candidate> offers, int cuts) {
        var scored = copies.stream().map(this::scored).sorted(BEST).toList();
        var best = scored.getFirst();
        var all = new ArrayList<Recommendation>();
        all.add(kept(best, offers, cuts, scored.size()));
        for (var other : scored.subList(1, scored.size())) {
            var advice =
                    new Weighing(profile, best.candidate(), best.score(), other.candidate(), other.score()).advice();
            all.add(new Recommendation(other.candidate(), other.score(), advice.verdict(), advice.because()));
        }
        return all;
    }

    private Scored scored(Candidate candidate) {
        return new Scored(candidate, Scorer.score(candidate, profile));
    }

    private Recommendation kept(Scored best, List<Candidate> offers, int cuts, int copies) {
        var because = new ArrayList<String>();
        var verdict = upgrade(best, offers)
                .<Verdict>map(UpgradeAvailable::new)
                .or(() -> av1.flatMap(measure -> measure.saving(best.candidate())))
                .orElseGet(Keep::new);
        because.add(
                copies > 1
                        ? "the best of %d: %s".formatted(copies, best.score())
                        : best.score().toString());
        if (cuts > 1) {
            because.add("it is the only one of its cut, episode or resolution that is weighed here");
        }
        best.score().reasons().forEach(reason -> because.add(reason.toString()));
        return new Recommendation(best.candidate(), best.score(), verdict, because);
    }

    private Optional<Candidate> upgrade(Scored best, List<Candidate> offers) {
        if (!best.score().tierKnown()) {
            return Optional.empty();
        }
        return offers.stream()
                .map(this::scored)
                .filter(offer -> offer.score().tierKnown()
                        && UpgradeRule.judge(standing(best), standing(offer), profile.ladder()) == UpgradeRule.UPGRADE)
                .min(BEST)
                .map(Scored::candidate);
    }

    private Standing standing(Scored scored) {
        return new Standing(
                scored.score().tier(), scored.score().revision(), Scorer.formatPoints(scored.candidate(), profile));
    }
}
