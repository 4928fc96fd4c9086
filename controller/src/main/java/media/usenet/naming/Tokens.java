package media.usenet.naming;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A name cut into words, once, from left to right.
final class Tokens {

    private static final String OPENING = "([{<";
    private static final String CLOSING = ")]}>";
    private static final String INSIDE_WORDS = "'’`&!?#@$%µ°ªº";

    /// Asked of nearly every character several times, and nearly all are ASCII.
    private static final boolean[] PLAIN = new boolean[0x80];

    static {
        for (char c = 0; c < PLAIN.length; c++) {
            PLAIN[c] = belongs(c);
        }
    }

    private final String raw;
    private final String text;
    private final String lower;
    private final List<Token> tokens = new ArrayList<>();

    /// By bracket, its first word, and behind its last one.
    private final List<Integer> openings = new ArrayList<>(List.of(0));

    private final List<Integer> closings = new ArrayList<>(List.of(0));
    private int brackets;
    private @Nullable String[] words = new String[0];

    private Tokens(String raw) {
        this.raw = raw;
        this.text = plain(raw);
        this.lower = lower(text);
    }

    static Tokens of(String name) {
        var tokens = new Tokens(name);
        tokens.cut();
        tokens.words = new String[tokens.size()];
        return tokens;
    }

    /// Full-width forms and the brackets of East Asian names as their narrow twins; every position stays what it was.
    private static String plain(String raw) {
        var chars = raw.toCharArray();
        for (int at = 0; at < chars.length; at++) {
            chars[at] = plain(chars[at]);
        }
        return new String(chars);
    }

    /// Letter by letter, since `İ` would become two.
    private static String lower(String text) {
        var chars = text.toCharArray();
        for (int at = 0; at < chars.length; at++) {
            chars[at] = Character.toLowerCase(chars[at]);
        }
        return new String(chars);
    }

    private static char plain(char c) {
        if (c < 0x80) {
            return Character.isISOControl(c) ? ' ' : c;
        }
        return switch (c) {
            case '【', '「', '『', '《', '〈', '〔' -> '[';
            case '】', '」', '』', '》', '〉', '〕' -> ']';
            case '–', '—', '‐', '‑', '−' -> '-';
            case '〜' -> '~';
            case '\u00a0', '\u3000' -> ' ';
            default -> c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
        };
    }

    private void cut() {
        int depth = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (OPENING.indexOf(c) >= 0) {
                brackets += depth++ == 0 ? 1 : 0;
            } else if (CLOSING.indexOf(c) >= 0) {
                depth = Math.max(0, depth - 1);
            } else if (inWord(c)) {
                int end = wordEnd(at);
                add(new Token(at, end, depth == 0 ? 0 : brackets));
                at = end;
                continue;
            }
            at++;
        }
    }

    private void add(Token token) {
        while (openings.size() <= token.bracket()) {
            openings.add(tokens.size());
            closings.add(tokens.size());
        }
        tokens.add(token);
        closings.set(token.bracket(), tokens.size());
    }

    private int wordEnd(int start) {
        int end = start + 1;
        while (end < text.length() && inWord(text.charAt(end)) && !parts(end)) {
            end++;
        }
        return end;
    }

    static boolean inWord(char c) {
        return c < PLAIN.length ? PLAIN[c] : belongs(c);
    }

    private static boolean belongs(char c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK
                || Character.getType(c) == Character.LETTER_NUMBER
                || Character.isSurrogate(c)
                || INSIDE_WORDS.indexOf(c) >= 0;
    }

    /// Whether two words stand here without a gap: where scripts change, and before a stuck `S01E02`.
    private boolean parts(int at) {
        char before = text.charAt(at - 1);
        char here = text.charAt(at);
        if (Letters.ideographic(before) != Letters.ideographic(here)) {
            return Character.isLetterOrDigit(before) && Character.isLetterOrDigit(here);
        }
        return here == 'S' && Character.isLowerCase(before) && seasonAndEpisodeAt(at);
    }

    private boolean seasonAndEpisodeAt(int at) {
        return at + 4 < text.length()
                && Letters.digit(text.charAt(at + 1))
                && Letters.digit(text.charAt(at + 2))
                && text.charAt(at + 3) == 'E'
                && Letters.digit(text.charAt(at + 4));
    }

    int size() {
        return tokens.size();
    }

    Token get(int index) {
        return tokens.get(index);
    }

    /// The name, as long as the original, in plain letters.
    String text() {
        return text;
    }

    /// The same in small letters.
    String lower() {
        return lower;
    }

    String lower(int index) {
        var word = words[index];
        if (word == null) {
            var token = tokens.get(index);
            word = lower.substring(token.start(), token.end());
            words[index] = word;
        }
        return word;
    }

    /// At the beginning of a word, in small letters.
    Scan scan(int index) {
        return new Scan(lower, tokens.get(index).start());
    }

    String text(int index) {
        var token = tokens.get(index);
        return text.substring(token.start(), token.end());
    }

    /// As it stood in the name.
    String original(int from, int to) {
        return raw.substring(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /// What stands before a word, back to the word before it.
    String gap(int index) {
        int from = index == 0 ? 0 : tokens.get(index - 1).end();
        int to = index == tokens.size() ? text.length() : tokens.get(index).start();
        return text.substring(from, to);
    }

    /// Whether nothing but a dot is between a word and the one before it.
    boolean dotted(int index) {
        int gap = index > 0 && index < tokens.size() ? tokens.get(index - 1).end() : -1;
        return gap >= 0 && tokens.get(index).start() == gap + 1 && text.charAt(gap) == '.';
    }

    /// The first word that begins at or behind a position; as many as there are words if none does.
    int at(int position) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start() >= position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// Which of the outermost brackets the word is in, counted from 1; 0 for none.
    int bracket(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index).bracket() : 0;
    }

    /// The first word of a pair of brackets.
    int opening(int bracket) {
        return openings.get(bracket);
    }

    /// Behind the last word of a pair of brackets.
    int closing(int bracket) {
        return closings.get(bracket);
    }
}
