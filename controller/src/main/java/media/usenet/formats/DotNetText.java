package media.usenet.formats;

/// Text prepared so that `java.util.regex` sees in it what .NET's expressions see.
final class DotNetText {

    /// In characters. A file's name has 255 bytes at most.
    static final int LONGEST = 1_024;

    /// Of no word in either.
    private static final char NO_WORD = '\ufffc';

    /// A letter that has no other case.
    private static final char ANOTHER_LETTER = '\u0294';

    private DotNetText() {}

    static String of(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) < 0x80) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        var seen = new StringBuilder(text);
        for (; at < text.length(); at++) {
            seen.setCharAt(at, seen(text.charAt(at)));
        }
        return seen.toString();
    }

    private static char seen(char c) {
        return switch (c) {
            // Java holds them to be other cases of i and s, .NET does not.
            case '\u0130', '\u0131', '\u017f' -> ANOTHER_LETTER;
            // .NET reads UTF-16: halves of a pair are characters, and of no word.
            default -> Character.isSurrogate(c) || (javaWord(c) && !dotNetWord(c)) ? NO_WORD : c;
        };
    }

    private static boolean javaWord(char c) {
        int type = Character.getType(c);
        return Character.isAlphabetic(c)
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean dotNetWord(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    static char small(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
