package media.usenet.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import media.usenet.quality.Verdict.Ask;
import media.usenet.quality.Verdict.Merge;
import media.usenet.quality.Verdict.Replace;

/// One copy against the one that stays.
record Weighing(QualityProfile profile, Candidate best, Score bestScore, Candidate other, Score otherScore) {

    /// @param because the weightiest first
    record Advice(Verdict verdict, List<String> because) {}

    Advice advice() {
        var here = best.facts();
        var there = other.facts();
        if (yearsApart() > 1) {
            return ask("Is it the same work?", "they are of different years");
        }
        if (here == null || there == null) {
            return ask("Which of them is better?", "nobody has looked into " + (there == null ? other : best));
        }
        var run = SameRun.of(here, there);
        switch (run) {
            case UNKNOWN -> {
                return ask("Is it the same cut?", "a length is not known");
            }
            case DIFFERENT -> {
                return ask("Is it another cut?", "%s long, the other %s".formatted(there.duration(), here.duration()));
            }
            case ALIKE, NEARLY -> {}
        }
        if (!bestScore.surelyBetter(otherScore)) {
            return ask("Which of them is better?", doubt());
        }
        var losses = Losses.of(there, here, profile);
        if (!losses.unknown().isEmpty()) {
            return ask("May this be lost?", "it cannot be told: " + String.join("; ", losses.unknown()));
        }
        if (!losses.picture().isEmpty()) {
            return ask("May this be lost?", "only it has " + String.join(", ", losses.picture()));
        }
        return losses.tracks().isEmpty() ? replace(losses) : merge(losses, run);
    }

    /// A year is often that of another country.
    private int yearsApart() {
        var year = best.release().year();
        return Math.abs(year.orElse(0) - other.release().year().orElse(year.orElse(0))) * (year.isPresent() ? 1 : 0);
    }

    private Advice replace(Losses losses) {
        var because = new ArrayList<>(List.of(better()));
        because.add("the other has all its sound and subtitles");
        losses.unwanted().forEach(track -> because.add("lost, and not wanted by the profile: " + track));
        return new Advice(new Replace(best), because);
    }

    private Advice merge(Losses losses, SameRun run) {
        var tracks = losses.tracks().stream().map(Track::toString).collect(Collectors.joining("; "));
        if (run != SameRun.ALIKE) {
            return ask("May this be lost?", "only it has %s, and they run differently long".formatted(tracks));
        }
        return new Advice(
                new Merge(best, losses.tracks()),
                List.of(better(), "only it has " + tracks, "both run equally long at the same rate: its tracks fit"));
    }

    private String better() {
        return "%s is better than %s".formatted(bestScore, otherScore);
    }

    private String doubt() {
        if (!bestScore.tierKnown() || !otherScore.tierKnown()) {
            return "it is not known which quality %s is".formatted(bestScore.tierKnown() ? other : best);
        }
        return bestScore.compareTo(otherScore) == 0
                ? "they are equally good: " + bestScore
                : "%s against %s, and what is not known may turn it".formatted(bestScore, otherScore);
    }

    private static Advice ask(String question, String because) {
        return new Advice(new Ask(question), List.of(because));
    }
}
