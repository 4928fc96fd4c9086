package media.usenet.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Guesses which word was meant.
public final class Spelling {

    private Spelling() {}

    /// The known word nearest to the one written, if any is near enough to have been meant.
    public static Optional<String> nearest(String word, Collection<String> known) {
        var most = Math.max(1, (word.length() + 1) / 3);
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= most)
                .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /// The fewest letters to add, drop, change or swap with the next one (optimal string alignment).
    private static int distance(String from, String to) {
        var table = new int[from.length() + 1][to.length() + 1];
        for (int line = 0; line <= from.length(); line++) {
            for (int column = 0; column <= to.length(); column++) {
                table[line][column] = line == 0 || column == 0
                        ? line + column
                        : Math.min(
                                Math.min(table[line - 1][column], table[line][column - 1]) + 1,
                                table[line - 1][column - 1] + (same(from, line, to, column) ? 0 : 1));
                if (line > 1 && column > 1 && same(from, line, to, column - 1) && same(from, line - 1, to, column)) {
                    table[line][column] = Math.min(table[line][column], table[line - 2][column - 2] + 1);
                }
            }
        }
        return table[from.length()][to.length()];
    }

    private static boolean same(String from, int line, String to, int column) {
        return from.charAt(line - 1) == to.charAt(column - 1);
    }
}
