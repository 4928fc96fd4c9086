package media.usenet.naming;

import java.util.List;
import java.util.OptionalInt;

/// Which part of a work that came out in several: `Part 2`, `Part.II`. The title keeps it: the parts are two films.
final class Parts {

    private static final List<String> ROMAN = List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x");

    private Parts() {}

    static OptionalInt find(Tokens tokens) {
        for (int at = 0; at + 1 < tokens.size(); at++) {
            int part = tokens.lower(at).equals("part") ? number(tokens, at + 1) : 0;
            if (part > 0) {
                return OptionalInt.of(part);
            }
        }
        return OptionalInt.empty();
    }

    /// @return 0 if it is none
    private static int number(Tokens tokens, int index) {
        int roman = ROMAN.indexOf(tokens.lower(index)) + 1;
        var scan = tokens.scan(index);
        int number = roman > 0 ? roman : scan.number(1, 2);
        return roman > 0 || !scan.inWord() ? Math.max(0, number) : 0;
    }
}
