package media.usenet.duplicates;

import java.util.List;
import media.usenet.library.LibraryFile;
import media.usenet.picture.Match;
import media.usenet.picture.Similarity;

/// Two files laid side by side.
///
/// @param relation `COPY`, `EDITION`, `CLIP`, `SAME_SERIES`, `DIFFERENT`, `UNKNOWN`
/// @param because one sentence
public record ComparisonAnswer(
        String first, String second, String relation, String because, List<SideBySide> pictures) {

    /// @param likeness 1 is the same, about 0 unrelated
    public record SideBySide(double firstSeconds, double secondSeconds, double likeness, boolean same) {}

    public ComparisonAnswer {
        pictures = List.copyOf(pictures);
    }

    static ComparisonAnswer of(LibraryFile first, LibraryFile second, Similarity similarity) {
        return new ComparisonAnswer(
                first.path().toString(),
                second.path().toString(),
                relation(similarity),
                Looks.text(similarity),
                similarity.evidence().stream().map(ComparisonAnswer::sideBySide).toList());
    }

    private static String relation(Similarity similarity) {
        return switch (similarity) {
            case Similarity.Copy _ -> "COPY";
            case Similarity.Edition _ -> "EDITION";
            case Similarity.Clip _ -> "CLIP";
            case Similarity.SameSeries _ -> "SAME_SERIES";
            case Similarity.Different _ -> "DIFFERENT";
            case Similarity.Unknown _ -> "UNKNOWN";
        };
    }

    private static SideBySide sideBySide(Match match) {
        return new SideBySide(
                match.inFirst().toMillis() / 1000.0,
                match.inSecond().toMillis() / 1000.0,
                Math.round(match.likeness() * 1000) / 1000.0,
                match.same());
    }
}
