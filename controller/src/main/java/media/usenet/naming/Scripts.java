package media.usenet.naming;

/// In which letters a title is written.
final class Scripts {

    private Scripts() {}

    /// Whether most of its letters are Latin; numbers alone are, too.
    static boolean latin(String text) {
        int latin = 0;
        int other = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Letters.latin(c)) {
                latin++;
            } else if (Character.isLetter(c)) {
                other++;
            }
        }
        return latin >= other;
    }

    /// Whether all of its letters are Latin, and there are some.
    static boolean pure(String text) {
        boolean letters = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isLetter(c) && !Letters.latin(c)) {
                return false;
            }
            letters |= Letters.latin(c);
        }
        return letters;
    }

    /// The Latin end of a title that begins in letters that part no words, if it is more than a word.
    static String latinEnd(String text) {
        int begin = text.length();
        while (begin > 0 && !Letters.ideographic(text.charAt(begin - 1))) {
            begin--;
        }
        while (begin > 0 && begin < text.length() && !Letters.latin(text.charAt(begin))) {
            begin++;
        }
        var end = text.substring(begin);
        return begin > 0 && end.indexOf(' ') > 0 ? end : text;
    }
}
