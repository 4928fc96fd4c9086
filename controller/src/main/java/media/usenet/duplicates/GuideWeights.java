package media.usenet.duplicates;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import media.usenet.formats.Application;
import media.usenet.formats.Guides;
import media.usenet.library.LibraryFile;
import media.usenet.quality.Candidate;
import media.usenet.quality.QualityProfile;
import media.usenet.quality.Recommender;
import media.usenet.quality.Score;
import media.usenet.quality.Scorer;
import media.usenet.quality.Verdict;
import media.usenet.works.Advice.Weights;
import media.usenet.works.WorkFile;

/// Weighs copies as the guide does, and takes for lost what either the guide or the files' facts say would be.
final class GuideWeights implements Weights {

    private final Guides guides;
    private final LongFunction<LibraryFile> files;
    private final Map<Application, Optional<QualityProfile>> profiles = new HashMap<>();
    private final Map<Long, Optional<Score>> scores = new HashMap<>();

    GuideWeights(Guides guides, LongFunction<LibraryFile> files) {
        this.guides = guides;
        this.files = files;
    }

    @Override
    public Comparator<WorkFile> order() {
        return this::compare;
    }

    private int compare(WorkFile one, WorkFile other) {
        var ours = score(one);
        var theirs = score(other);
        int guide = ours.isPresent() && theirs.isPresent() ? ours.get().compareTo(theirs.get()) : 0;
        return guide != 0 ? guide : Weights.ofFacts().order().compare(one, other);
    }

    private Optional<Score> score(WorkFile file) {
        return scores.computeIfAbsent(
                file.id(), _ -> profile(file).map(profile -> Scorer.score(candidate(file), profile)));
    }

    @Override
    public List<String> lost(WorkFile other, WorkFile kept) {
        var lost = new ArrayList<>(Weights.ofFacts().lost(other, kept));
        profile(other).ifPresent(profile -> lost.addAll(byGuide(other, kept, profile)));
        return lost.stream().distinct().toList();
    }

    private List<String> byGuide(WorkFile other, WorkFile kept, QualityProfile profile) {
        var asked = candidate(other);
        return new Recommender(profile, Optional.empty())
                .recommend(List.of(candidate(kept), asked), List.of()).stream()
                        .filter(advice -> advice.candidate().equals(asked))
                        .filter(advice -> !(advice.verdict() instanceof Verdict.Replace))
                        .flatMap(advice -> advice.because().stream())
                        .toList();
    }

    private Candidate candidate(WorkFile file) {
        var known = files.apply(file.id());
        return Candidate.of(Path.of(file.path()).getFileName().toString(), known.facts(), known.bytes());
    }

    /// The one that was chosen, or the first that the guide has; none where it has none.
    private Optional<QualityProfile> profile(WorkFile file) {
        var application = file.release().series() ? Application.SONARR : Application.RADARR;
        return profiles.computeIfAbsent(application, one -> {
            var guide = guides.of(one);
            return guides.profile(one).map(ladder -> QualityProfile.of(guide, ladder));
        });
    }
}
