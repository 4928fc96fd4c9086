package media.usenet.commands;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import media.usenet.problem.Flaw;
import media.usenet.yaml.Spelling;

/// Everything that is wrong with one command, in the order in which it was met.
final class Flaws {

    private static final int MOST = 50;
    private static final int SHOWN = 60;

    private final List<Flaw> found = new ArrayList<>();

    void add(String where, String key, String message) {
        if (found.size() < MOST) {
            found.add(new Flaw(where, shown(key), message));
        }
    }

    /// Nobody reads more: whoever reads on may stop.
    boolean isFull() {
        return found.size() == MOST;
    }

    List<Flaw> all() {
        return List.copyOf(found);
    }

    /// A text of a stranger, short and without control characters, for a message.
    static String shown(String text) {
        var printable = text.codePoints()
                .limit(SHOWN + 1L)
                .mapToObj(each -> Character.isISOControl(each) || Character.getType(each) == Character.FORMAT
                        ? "?"
                        : Character.toString(each))
                .collect(Collectors.joining());
        return text.codePointCount(0, text.length()) <= SHOWN
                ? printable
                : printable.substring(0, printable.offsetByCodePoints(0, SHOWN)) + "...";
    }

    /// `; did you mean 'x'?` where a known word is near.
    static String suggestion(String word, Collection<String> known) {
        return word.length() > SHOWN
                ? ""
                : Spelling.nearest(word, known)
                        .map(near -> "; did you mean '%s'?".formatted(near))
                        .orElse("");
    }
}
