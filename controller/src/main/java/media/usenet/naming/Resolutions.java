package media.usenet.naming;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sizes of the picture: `1080p`, `1920x1080`, `1280*720`, also stuck to a word: `Bluray720p`.
final class Resolutions implements Recogniser {

    @Override
    public @Nullable Piece at(Tokens tokens, int index) {
        var across = acrossAndDown(tokens, index);
        if (across != null) {
            return across;
        }
        if (!ends(tokens, index)) {
            return null;
        }
        var word = tokens.lower(index);
        int digits = digitsBeforeScan(word);
        if (digits < 0) {
            return null;
        }
        var facts = new ArrayList<>(List.of(new Fact(Trait.RESOLUTION, lines(word, digits))));
        if (digits > 0) {
            var match = Words.VOCABULARY.longest(word.substring(0, digits), word.substring(0, digits), 0);
            if (match == null || match.end() < digits) {
                return null;
            }
            facts.addAll(match.word().facts());
        }
        return new Piece.Known(index, index + 1, facts, true);
    }

    /// Most words are no sizes, and their last letter or digit says so.
    private static boolean ends(Tokens tokens, int index) {
        char last = tokens.lower().charAt(tokens.get(index).end() - 1);
        return tokens.get(index).length() > 3 && (last == 'p' || last == 'i' || Letters.digit(last));
    }

    /// Where the digits of `1080p` or `1080p60` begin; -1 if the word has no such end.
    private static int digitsBeforeScan(String word) {
        int end = word.length();
        int rate = end;
        while (rate > 0 && Letters.digit(word.charAt(rate - 1))) {
            rate--;
        }
        int scan = end - rate <= 2 ? rate - 1 : -1;
        if (scan < 3 || "pi".indexOf(word.charAt(scan)) < 0) {
            return -1;
        }
        int start = scan;
        while (start > 0 && Letters.digit(word.charAt(start - 1))) {
            start--;
        }
        return scan - start == 3 || (scan - start == 4 && word.charAt(start) <= '4') ? start : -1;
    }

    private static String lines(String word, int digits) {
        int end = digits;
        while (Letters.digit(word.charAt(end))) {
            end++;
        }
        return name(Integer.parseInt(word.substring(digits, end))) + "" + word.charAt(end);
    }

    /// A picture between two of the usual sizes is called by the lower one.
    private static int name(int lines) {
        return lines > 720 && lines < 1080 ? 720 : lines;
    }

    private static @Nullable Piece acrossAndDown(Tokens tokens, int index) {
        var scan = tokens.scan(index);
        int across = scan.number(3, 4);
        if (across < 0 || !scan.one("xX*×")) {
            return null;
        }
        int down = scan.number(3, 4);
        scan.one("pP");
        return down < 0 || scan.inWord()
                ? null
                : new Piece.Known(
                        index, tokens.at(scan.at()), List.of(new Fact(Trait.RESOLUTION, frame(across, down))), true);
    }

    /// Bars that were cut off leave the width as it was, and 4:3 leaves the height.
    private static String frame(int across, int down) {
        if (across > 2560 || down > 1440) {
            return "2160p";
        }
        if (across > 1920 || down > 1080) {
            return "1440p";
        }
        if (across > 1280 || down > 720) {
            return "1080p";
        }
        return across > 1024 || down > 576 ? "720p" : down > 480 ? "576p" : down > 360 ? "480p" : "360p";
    }
}
