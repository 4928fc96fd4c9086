package media.usenet.naming;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What says nothing of the work: sizes and rates, checksums, versions of the file, days of recording.
final class Asides implements Recogniser {

    private static final Set<String> UNITS = Set.of(
            "kb", "mb", "gb", "tb", "mib", "gib", "kbps", "mbps", "kbit", "kbits", "mbit", "mbits", "fps", "hz", "khz",
            "min", "mins");
    private static final int LONGEST_UNIT = 5;
    private static final int CHECKSUM = 8;

    @Override
    public @Nullable Piece at(Tokens tokens, int index) {
        if (index == 0 && recordedOn(tokens)) {
            return new Piece.Aside(0, 1, List.of());
        }
        int end = sizeEnd(tokens.scan(index));
        if (end >= 0) {
            return new Piece.Aside(index, tokens.at(end), List.of());
        }
        return switch (tokens.get(index).length()) {
            case CHECKSUM -> checksum(tokens, index);
            case 2 -> version(tokens, index);
            default -> null;
        };
    }

    /// `229mb`, `1.5 GB`, `192 Kbps`; -1 if it is none.
    private static int sizeEnd(Scan scan) {
        if (scan.number(1, 5) < 0) {
            return -1;
        }
        int whole = scan.at();
        boolean fraction = scan.one(".,") && scan.number(1, 3) >= 0;
        scan.back(fraction ? scan.at() : whole);
        scan.one(" ");
        boolean unit = UNITS.contains(scan.letters(LONGEST_UNIT)) && !scan.inWord();
        return unit ? scan.at() : -1;
    }

    /// Eight hexadecimal digits in brackets that are neither a word nor a day.
    private static @Nullable Piece checksum(Tokens tokens, int index) {
        var word = tokens.lower(index);
        int letters = 0;
        for (int at = 0; at < CHECKSUM; at++) {
            if (Character.digit(word.charAt(at), 16) < 0) {
                return null;
            }
            letters += Letters.digit(word.charAt(at)) ? 0 : 1;
        }
        boolean day = letters == 0 && (word.startsWith("19") || word.startsWith("20"));
        boolean sum = tokens.bracket(index) > 0 && letters < CHECKSUM && !day;
        return sum ? aside(index, Trait.CRC32, word.toUpperCase(Locale.ROOT)) : null;
    }

    private static @Nullable Piece version(Tokens tokens, int index) {
        var word = tokens.lower(index);
        boolean version = word.charAt(0) == 'v' && word.charAt(1) >= '2' && word.charAt(1) <= '9';
        return version ? aside(index, Trait.REVISION_VERSION, word.substring(1)) : null;
    }

    private static Piece aside(int index, Trait trait, String value) {
        return new Piece.Aside(index, index + 1, List.of(new Fact(trait, value)));
    }

    /// Recordings from Japanese stations begin so: `221208`.
    private static boolean recordedOn(Tokens tokens) {
        var scan = tokens.scan(0);
        int stamp = scan.number(6, 6);
        int month = stamp / 100 % 100;
        int day = stamp % 100;
        return scan.peek() == ' ' && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }
}
