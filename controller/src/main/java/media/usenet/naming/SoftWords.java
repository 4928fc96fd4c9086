package media.usenet.naming;

import org.jspecify.annotations.Nullable;

/// Drops words that are ordinary ones where they stand: `French` in a title is no language, `Extended` before `1080p`
/// is
/// an edition.
final class SoftWords {

    private final Reading reading;
    private final Outline outline;
    private final boolean[] touching;

    private SoftWords(Reading reading, Outline outline) {
        this.reading = reading;
        this.outline = outline;
        this.touching = new boolean[reading.size()];
    }

    static void settle(Reading reading, Outline outline) {
        var words = new SoftWords(reading, outline);
        words.touchFacts();
        words.touchEnd();
        words.drop();
    }

    /// Behind the title: whatever has a fact, or the end, right before or behind it.
    private void touchFacts() {
        for (int at = outline.end(); at < reading.size(); at++) {
            touching[at] = (at > 0 && !soft(at - 1))
                    ? reading.at(at - 1) instanceof Piece.Year || reading.at(at - 1) instanceof Piece.Known
                    : at > 0 && touching[at - 1];
        }
        boolean right = true;
        for (int at = reading.size() - 1; at >= outline.end(); at--) {
            touching[at] |= right;
            right = soft(at) ? right : reading.at(at) != null;
        }
    }

    /// In the title: what has only facts between it and its end. Before a year that is so for editions alone: Immersion
    /// French 2011.
    private void touchEnd() {
        var end = reading.at(outline.end());
        boolean fact = end instanceof Piece.Known || end instanceof Piece.Aside;
        int at = outline.end() - 1;
        while (at > outline.begin() && soft(at) && (fact || edition(reading.at(at)) || shouted(at))) {
            touching[at--] = true;
        }
    }

    private void drop() {
        int certain = certain();
        for (var piece : reading.pieces()) {
            boolean doubtful = soft(piece.from())
                    && piece.from() < certain
                    && (piece.from() >= outline.begin() || !subtitles(piece))
                    && !(shouted(piece.from()) && remade(piece))
                    && !Brackets.alone(reading.tokens(), piece.from(), piece.to());
            if (doubtful && !touching[piece.from()]) {
                reading.drop(piece);
            }
        }
    }

    private static boolean remade(Piece piece) {
        return piece instanceof Piece.Known known && (known.says(Trait.PROPER) || known.says(Trait.REPACK));
    }

    private static boolean subtitles(Piece piece) {
        return piece instanceof Piece.Known known && known.says(Trait.SUBTITLES);
    }

    /// Behind the first fact that no title has, all words mean what they say.
    private int certain() {
        int at = outline.end();
        while (at < reading.size() && !(reading.at(at) instanceof Piece.Known && reading.firm(at))) {
            at++;
        }
        return at;
    }

    private boolean soft(int at) {
        return reading.at(at) instanceof Piece.Known known && !known.firm();
    }

    /// Whether it is in capitals, as titles are not: `TRUEFRENCH`, `LiMiTED`.
    private boolean shouted(int at) {
        var word = reading.tokens().text(at);
        return word.length() > 3
                && word.chars().skip(1).anyMatch(Character::isUpperCase)
                && reading.tokens().text(outline.begin()).chars().anyMatch(Character::isLowerCase);
    }

    private static boolean edition(@Nullable Piece piece) {
        return piece instanceof Piece.Known known
                && (known.says(Trait.EDITION) || known.says(Trait.COMPLETE) || remade(piece));
    }
}
