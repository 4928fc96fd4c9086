package media.usenet.naming;

/// Names that hide what they are: random letters, checksums, abbreviations, and names written backwards.
final class Hidden {

    private static final int SHORTEST_RANDOM = 16;
    private static final int LONGEST_ABBREVIATION = 40;

    private Hidden() {}

    /// Whether a name says nothing of a work: one long word with digits between its letters, as no language has them.
    static boolean hides(String name) {
        int end = Extension.begin(name);
        int changes = 0;
        for (int at = 0; at < end; at++) {
            char c = name.charAt(at);
            if (c >= 0x80 || !Character.isLetterOrDigit(c)) {
                return name.contains("yEnc");
            }
            changes += at > 0 && Letters.digit(c) != Letters.digit(name.charAt(at - 1)) ? 1 : 0;
        }
        return end >= SHORTEST_RANDOM && changes >= 3;
    }

    /// Whether it may be what a group calls its files inside a folder with the full name: `i-smwhr`, `tbbt101`.
    static boolean abbreviates(String name, Release release) {
        boolean telling = release.says(Trait.RESOLUTION)
                || release.year().isPresent()
                || !release.numbering().seasons().isEmpty();
        if (telling || name.length() > LONGEST_ABBREVIATION) {
            return false;
        }
        for (int at = 0; at < name.length(); at++) {
            if (Character.isUpperCase(name.charAt(at)) || name.charAt(at) == ' ') {
                return false;
            }
        }
        return true;
    }

    /// The name itself, or read from its end if that makes sense of `70E10S`.
    static String turned(String name) {
        int end = Extension.begin(name);
        return backwards(name, end) ? new StringBuilder(name.substring(0, end)).reverse() + name.substring(end) : name;
    }

    private static boolean backwards(String name, int end) {
        for (int at = name.indexOf('S'); at >= 0 && at < end; at = name.indexOf('S', at + 1)) {
            boolean last = at + 1 == end || !Tokens.inWord(name.charAt(at + 1));
            boolean turned = last && at >= 5 && twoDigits(name, at - 2) && name.charAt(at - 3) == 'E';
            if (turned && twoDigits(name, at - 5)) {
                return at == 5 || !Character.isLetter(name.charAt(at - 6));
            }
        }
        return false;
    }

    private static boolean twoDigits(String text, int at) {
        return Letters.digit(text.charAt(at)) && Letters.digit(text.charAt(at + 1));
    }
}
