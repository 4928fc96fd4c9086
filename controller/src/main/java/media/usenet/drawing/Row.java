package media.usenet.drawing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import media.usenet.picture.Match;
import media.usenet.picture.Similarity;
import media.usenet.picture.Span;

/// What stands side by side in one row.
sealed interface Row {

    int MOST = 4;

    /// Two frames that were compared.
    record Compared(Match match) implements Row {}

    /// A frame of what the second film lacks.
    record OnlyFirst(Duration at) implements Row {}

    /// A frame of what the first film lacks.
    record OnlySecond(Duration at) implements Row {}

    /// A few of what the answer rests on, spread over all of it; of an edition also what only one of them has.
    static List<Row> of(Similarity similarity) {
        var rows = new ArrayList<Row>();
        if (similarity instanceof Similarity.Edition edition) {
            longest(edition.onlyInFirst()).ifPresent(span -> rows.add(new OnlyFirst(middle(span))));
            longest(edition.onlyInSecond()).ifPresent(span -> rows.add(new OnlySecond(middle(span))));
        }
        spread(similarity.evidence(), MOST - rows.size()).forEach(match -> rows.add(new Compared(match)));
        rows.sort(Comparator.comparing(Row::time));
        return rows;
    }

    private static Duration time(Row row) {
        return switch (row) {
            case Compared(var match) -> match.inSecond().plus(match.inFirst()).dividedBy(2);
            case OnlyFirst(var at) -> at;
            case OnlySecond(var at) -> at;
        };
    }

    private static Optional<Span> longest(List<Span> spans) {
        return spans.stream().max(Comparator.comparing(Span::length));
    }

    private static Duration middle(Span span) {
        return span.from().plus(span.length().dividedBy(2));
    }

    static List<Match> spread(List<Match> evidence, int most) {
        var count = Math.min(most, evidence.size());
        var chosen = new ArrayList<Match>();
        for (var i = 0; i < count; i++) {
            chosen.add(evidence.get((2 * i + 1) * evidence.size() / (2 * count)));
        }
        return chosen;
    }
}
