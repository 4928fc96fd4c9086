package media.usenet.naming;

/// A place in a text that moves forward as what stands there is as expected, and else stays.
final class Scan {

    private final String text;
    private int at;

    Scan(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /// At the same place.
    Scan(Scan other) {
        this(other.text, other.at);
    }

    int at() {
        return at;
    }

    void back(int to) {
        at = to;
    }

    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    /// Whether one of these stands between a place and here.
    boolean passed(int from, String of) {
        for (int before = from; before < at; before++) {
            if (of.indexOf(text.charAt(before)) >= 0) {
                return true;
            }
        }
        return false;
    }

    boolean inWord() {
        return at < text.length() && Tokens.inWord(text.charAt(at));
    }

    boolean one(String of) {
        boolean is = at < text.length() && of.indexOf(text.charAt(at)) >= 0;
        at += is ? 1 : 0;
        return is;
    }

    /// Up to so many characters of these.
    ///
    /// @return how many there were
    int some(String of, int most) {
        int start = at;
        while (at - start < most && at < text.length() && of.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at - start;
    }

    /// A number with so many digits; -1 if there is none.
    int number(int fewest, int most) {
        int end = at;
        int value = 0;
        while (end < text.length() && end - at <= most && Letters.digit(text.charAt(end))) {
            value = value * 10 + text.charAt(end++) - '0';
        }
        int digits = end - at;
        if (digits < fewest || digits > most) {
            return -1;
        }
        at = end;
        return value;
    }

    /// The letters that stand here, at most so many.
    String letters(int most) {
        int end = at;
        while (end < text.length() && end - at < most && Character.isLetter(text.charAt(end))) {
            end++;
        }
        var letters = text.substring(at, end);
        at = end;
        return letters;
    }

    /// Whether letters stand here, and behind them a digit or what announces one.
    boolean numberFollows() {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        int gap = end;
        while (end > at && gap < text.length() && gap - end < 3 && !Tokens.inWord(text.charAt(gap))) {
            gap++;
        }
        return end > at
                && gap < text.length()
                && (Letters.digit(text.charAt(gap)) || "#№n".indexOf(text.charAt(gap)) >= 0);
    }

    boolean word(String expected) {
        boolean is = text.startsWith(expected, at);
        at += is ? expected.length() : 0;
        return is;
    }
}
