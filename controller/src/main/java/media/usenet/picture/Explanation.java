package media.usenet.picture;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Says in words what a comparison found and what it rests on.
public final class Explanation {

    private Explanation() {}

    /// The answer first, then its reasons.
    public static List<String> lines(Similarity similarity) {
        var lines = new ArrayList<String>();
        switch (similarity) {
            case Similarity.Copy(Stretch stretch, List<Match> _) -> {
                lines.add("the same film");
                lines.add(line(stretch));
            }
            case Similarity.Edition(
                    List<Stretch> stretches,
                    List<Span> onlyInFirst,
                    List<Span> onlyInSecond,
                    List<Match> _) -> {
                lines.add("another edition of the same film");
                stretches.forEach(stretch -> lines.add(line(stretch)));
                onlyInFirst.forEach(span -> lines.add("only in the first: about " + words(span)));
                onlyInSecond.forEach(span -> lines.add("only in the second: about " + words(span)));
            }
            case Similarity.Clip(Similarity.Which piece, Span where, Stretch _, List<Match> _) ->
                lines.add("the %s is a piece of the other: %s"
                        .formatted(piece == Similarity.Which.FIRST ? "first" : "second", words(where)));
            case Similarity.SameSeries(List<Stretch> shared, List<Match> _) -> {
                lines.add("different films that share a part, as episodes share an intro");
                shared.forEach(stretch -> lines.add(line(stretch)));
            }
            case Similarity.Different(String because, List<Match> _) -> lines.add("different films: " + because);
            case Similarity.Unknown(String because) -> lines.add("not known: " + because);
        }
        if (!similarity.evidence().isEmpty()) {
            lines.add("%d of %d frames that were laid side by side are the same"
                    .formatted(
                            similarity.evidence().stream().filter(Match::same).count(),
                            similarity.evidence().size()));
        }
        return lines;
    }

    private static String line(Stretch stretch) {
        return "%s is %s of the second%s"
                .formatted(words(stretch.inFirst()), words(stretch.inSecond()), speed(stretch.speed()));
    }

    private static String speed(double speed) {
        return speed == 1
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", which runs %.1f %% %s",
                        Math.abs(1 / speed - 1) * 100,
                        speed < 1 ? "faster" : "slower");
    }

    private static String words(Span span) {
        return words(span.from()) + " to " + words(span.to());
    }

    /// `1:02:03`
    static String words(Duration time) {
        return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
