package media.usenet.naming;

/// Writes titles as people do: dots and underscores were spaces, except in `S.H.I.E.L.D.` and after `Mr.`
final class Spacing {

    private Spacing() {}

    static String words(String text) {
        boolean spaced = text.indexOf(' ') >= 0;
        var words = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean space =
                    c == '_' || c == ' ' || (c == '.' && !spaced && !initial(text, at)) || "[]{}<>".indexOf(c) >= 0;
            if (!space) {
                words.append(c);
            } else if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        }
        return words.toString().strip();
    }

    /// Whether single letters stand on both sides of the dot.
    private static boolean initial(String text, int dot) {
        return single(text, dot - 1) && (dot + 1 == text.length() || single(text, dot + 1));
    }

    private static boolean single(String text, int at) {
        return at >= 0
                && at < text.length()
                && Character.isUpperCase(text.charAt(at))
                && (at == 0 || text.charAt(at - 1) == '.')
                && (at + 1 == text.length() || text.charAt(at + 1) == '.');
    }
}
