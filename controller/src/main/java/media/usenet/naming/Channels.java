package media.usenet.naming;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Numbers of sound channels: `5.1`, `7 1`, `51` behind a codec, `x2`.
final class Channels implements Recogniser {

    private static final String SPEAKERS = "123456789";
    private static final String WOOFERS = "01";

    /// How many characters of a number of channels stand here; 0 if it is none.
    static int length(String text, int at) {
        int end = at;
        if (one(text, end, "xX") && one(text, end + 1, SPEAKERS)) {
            return ends(text, end + 2) ? 2 : 0;
        }
        if (!one(text, end++, SPEAKERS)) {
            return 0;
        }
        end += one(text, end, " ._") ? 1 : 0;
        if (!one(text, end++, WOOFERS)) {
            return 0;
        }
        end += one(text, end, "cC") && one(text, end + 1, "hH") ? 2 : 0;
        return ends(text, end) ? end - at : 0;
    }

    /// @param length as found by [#length]
    static List<Fact> facts(String text, int at, int length) {
        boolean copies = length == 0 || one(text, at, "xX");
        int woofer = length > 2 && !Letters.digit(text.charAt(at + 1)) ? at + 2 : at + 1;
        return copies
                ? List.of()
                : List.of(new Fact(Trait.AUDIO_CHANNELS, text.charAt(at) + "." + text.charAt(woofer)));
    }

    private static boolean one(String text, int at, String of) {
        return at < text.length() && of.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean ends(String text, int at) {
        return at >= text.length() || !Tokens.inWord(text.charAt(at));
    }

    /// On their own they need a dot between, and digits only: 5.1.
    @Override
    public @Nullable Piece at(Tokens tokens, int index) {
        int start = tokens.get(index).start();
        int length = length(tokens.text(), start);
        boolean parted = length >= 3 && tokens.get(index).length() == 1;
        return parted
                ? new Piece.Known(index, tokens.at(start + length), facts(tokens.text(), start, length), false)
                : null;
    }
}
