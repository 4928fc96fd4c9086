package media.usenet.naming;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds who made the release: behind a dash, behind the last fact, in the first brackets, or in the last ones.
final class Groups {

    private static final int LONGEST_IN_BRACKETS = 2;

    /// More are a sentence: an episode's title.
    private static final int MOST_WORDS = 5;

    private final Reading reading;
    private final Tokens tokens;
    private final int begin;
    private final int end;

    private Groups(Reading reading, Outline outline) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.begin = outline.end();
        this.end = IndexerMarks.begin(reading, outline);
    }

    /// @return as the name spells it; none or one
    static List<Fact> find(Reading reading, Outline outline) {
        var groups = new Groups(reading, outline);
        var places = List.<Supplier<@Nullable String>>of(
                groups::known,
                groups::behindDash,
                groups::behindFacts,
                groups::behindLastDash,
                groups::inFirstBrackets,
                groups::inLastBrackets);
        for (var place : places) {
            var group = place.get();
            if (group != null) {
                return List.of(new Fact(Trait.RELEASE_GROUP, group));
            }
        }
        return List.of();
    }

    /// One of the few that stand where groups do not.
    private @Nullable String known() {
        String group = null;
        for (var piece : reading.pieces()) {
            if (piece instanceof Piece.Known known && known.says(Trait.RELEASE_GROUP)) {
                group = tokens.original(known.from(), known.to());
            }
        }
        return group;
    }

    /// Up to the next fact: `x264-GROUP.sample`.
    private @Nullable String behindDash() {
        for (int at = end - 1; at >= begin; at--) {
            var gap = tokens.gap(at);
            boolean dashed = reading.free(at) && gap.contains("-") && !gap.contains("[");
            if (dashed && (fact(at - 1) || behindEpisode(at))) {
                int to = groupEnd(at);
                return to - at > MOST_WORDS ? null : tokens.original(at, to);
            }
        }
        return null;
    }

    /// Behind an episode only what an indexer marked is no title: `S01E12-GROUP[tracker]`.
    private boolean behindEpisode(int at) {
        boolean marked = at + 1 == end && end < tokens.size() && !(reading.at(end) instanceof Piece.Aside);
        return marked && tokens.gap(at).equals("-") && reading.at(at - 1) instanceof Piece.Counted;
    }

    private int groupEnd(int from) {
        int to = from + 1;
        while (to < end && reading.free(to) && together(to) && !tokens.gap(to).contains(" -")) {
            to++;
        }
        return to;
    }

    /// The last words of all: `H.264.GROUP`, in brackets `(1080p x265 GROUP)`. Between spaces they may be anything.
    private @Nullable String behindFacts() {
        int from = end;
        while (from > begin && reading.free(from - 1) && (from == end || together(from))) {
            from--;
        }
        if (from == end || !fact(from - 1)) {
            return null;
        }
        if (tokens.bracket(from) > 0) {
            return together(from) ? tokens.original(end - 1, end) : null;
        }
        var group = tokens.original(from, end);
        return tokens.gap(from).contains(" ") || group.contains(" ") ? null : group;
    }

    /// If there are facts at all: `x265 Releaser-GROUP`.
    private @Nullable String behindLastDash() {
        int at = end - 1;
        boolean last = at > begin && reading.free(at) && tokens.gap(at).equals("-") && tokens.bracket(at) == 0;
        for (int before = at - 1; last && before >= begin; before--) {
            if (fact(before) && reading.firm(before)) {
                return tokens.original(at, end);
            }
        }
        return null;
    }

    private @Nullable String inFirstBrackets() {
        int to = Brackets.opensSquare(tokens, 0) ? Brackets.end(tokens, 0) : 0;
        boolean free = false;
        for (int at = 0; at < to; at++) {
            boolean subtitles = reading.at(at) instanceof Piece.Known known && known.says(Trait.SUBTITLES);
            if (reading.firm(at) || reading.at(at) instanceof Piece.Aside || subtitles) {
                return null;
            }
            free |= reading.free(at);
        }
        return free ? tokens.original(0, to) : null;
    }

    private @Nullable String inLastBrackets() {
        for (int at = end - 1; at >= begin; at--) {
            int to = Brackets.opens(tokens, at) ? Brackets.end(tokens, at) : at;
            boolean round = to == end && fact(at - 1);
            boolean free = to > at && reading.free(at) && reading.free(to - 1);
            if (free && to - at <= LONGEST_IN_BRACKETS && (round || Brackets.opensSquare(tokens, at))) {
                var group = tokens.original(at, to);
                // In other letters it is the title once more; behind the file's size stands who uploaded it.
                return Scripts.latin(group) && !(reading.at(at - 1) instanceof Piece.Aside) ? group : null;
            }
        }
        return null;
    }

    private boolean fact(int index) {
        return reading.at(index) instanceof Piece.Known;
    }

    /// Whether no bracket parts a word from the one before it.
    private boolean together(int index) {
        return tokens.bracket(index) == tokens.bracket(index - 1);
    }
}
