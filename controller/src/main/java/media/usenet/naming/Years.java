package media.usenet.naming;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbers that can be the year of a work.
final class Years implements Recogniser {

    private static final int FIRST_FILM = 1888;
    private static final int LAST = 2049;

    static boolean possible(int year) {
        return year >= FIRST_FILM && year <= LAST;
    }

    /// The year that is a word of its own; -1 if the word is none.
    static int year(Tokens tokens, int index) {
        if (index >= tokens.size() || tokens.get(index).length() != 4) {
            return -1;
        }
        int year = tokens.scan(index).number(4, 4);
        return possible(year) ? year : -1;
    }

    @Override
    public @Nullable Piece at(Tokens tokens, int index) {
        int year = year(tokens, index);
        if (year < 0) {
            return null;
        }
        boolean span = tokens.gap(index + 1).equals("-") && year(tokens, index + 1) > year;
        return span ? new Piece.Aside(index, index + 2, List.of()) : new Piece.Year(index, index + 1, year);
    }
}
