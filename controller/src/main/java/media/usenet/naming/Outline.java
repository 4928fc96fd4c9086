package media.usenet.naming;

import org.jspecify.annotations.Nullable;

/// Where the title begins and ends, and which year is the work's.
///
/// @param begin the first word of the title
/// @param end behind its last word
/// @param anchor the first word behind the beginning that is part of no title, whatever it means
/// @param year the year that the title ends before, or that it follows
record Outline(int begin, int end, int anchor, @Nullable Year year) {

    /// A piece that is the year of the work.
    record Year(int index, int year) {}

    static Outline of(Reading reading) {
        int begin = Beginning.of(reading);
        int anchor = anchor(reading, begin);
        var year = year(reading, begin, anchor);
        if (year != null && year.index() == begin) {
            begin = Math.min(begin + 1, reading.size());
        }
        int end = year != null && year.index() >= begin ? Math.min(year.index(), anchor) : anchor;
        return new Outline(begin, Math.min(end, ownBrackets(reading, begin)), anchor, year);
    }

    /// A title that stands in brackets ends with them.
    private static int ownBrackets(Reading reading, int begin) {
        boolean bracketed = Brackets.opensSquare(reading.tokens(), begin);
        return bracketed ? Brackets.end(reading.tokens(), begin) : reading.size();
    }

    private static int anchor(Reading reading, int begin) {
        for (int at = begin; at < reading.size(); at++) {
            boolean counted = reading.at(at) instanceof Piece.Counted || reading.at(at) instanceof Piece.Dated;
            if (counted || (at > begin && (reading.firm(at) || reading.at(at) instanceof Piece.Aside))) {
                return at;
            }
        }
        return reading.size();
    }

    private static @Nullable Year year(Reading reading, int begin, int anchor) {
        var best = before(reading, begin, anchor);
        if (best == null) {
            best = behind(reading, anchor);
        }
        boolean first = best == null && begin + 1 < anchor && !series(reading, anchor);
        return first && reading.at(begin) instanceof Piece.Year year ? new Year(begin, year.year()) : best;
    }

    /// The last one in the title, best in brackets; in the name of a series only where nothing else follows it.
    private static @Nullable Year before(Reading reading, int begin, int anchor) {
        int from = series(reading, anchor) ? lastFree(reading, anchor) : begin;
        Year best = null;
        boolean sure = false;
        for (int at = begin + 1; at < anchor; at++) {
            boolean alone = Brackets.alone(reading.tokens(), at);
            if (reading.at(at) instanceof Piece.Year year && (alone || (at > from && !sure))) {
                best = new Year(at, year.year());
                sure = alone;
            }
        }
        return best;
    }

    private static boolean series(Reading reading, int anchor) {
        return reading.at(anchor) instanceof Piece.Counted || reading.at(anchor) instanceof Piece.Dated;
    }

    private static int lastFree(Reading reading, int anchor) {
        int at = anchor - 1;
        while (at >= 0 && !reading.free(at)) {
            at--;
        }
        return at;
    }

    private static @Nullable Year behind(Reading reading, int anchor) {
        boolean series = reading.at(anchor) instanceof Piece.Counted;
        boolean day = reading.at(anchor) instanceof Piece.Dated;
        for (int at = day ? reading.size() : anchor; at < reading.size(); at++) {
            boolean counts = !series
                    || reading.at(at - 1) instanceof Piece.Counted
                    || reading.firm(at + 1)
                    || reading.tokens().bracket(at) > 0;
            if (counts && reading.at(at) instanceof Piece.Year year) {
                return new Year(at, year.year());
            }
        }
        return null;
    }
}
