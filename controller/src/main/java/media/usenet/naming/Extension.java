package media.usenet.naming;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How the name of a file ends: `.mkv`.
final class Extension implements Recogniser {

    private static final Vocabulary VOCABULARY = Vocabulary.of("containers.txt");

    static boolean ends(String name) {
        return begin(name) < name.length();
    }

    /// Where it begins with its dot; the name's end if it has none.
    static int begin(String name) {
        int dot = name.lastIndexOf('.');
        var match = dot > 0 ? VOCABULARY.longest(name, name.toLowerCase(Locale.ROOT), dot + 1) : null;
        return match != null && match.end() == name.length() ? dot : name.length();
    }

    @Override
    public @Nullable Piece at(Tokens tokens, int index) {
        boolean last =
                index == tokens.size() - 1 && index > 0 && tokens.gap(index).endsWith(".");
        var match = last ? VOCABULARY.longest(tokens, index) : null;
        return match == null
                ? null
                : new Piece.Aside(index, index + 1, List.copyOf(match.word().facts()));
    }
}
