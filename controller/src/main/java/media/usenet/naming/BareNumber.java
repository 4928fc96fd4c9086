package media.usenet.naming;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A number that is a word of its own, with the range that it may begin and the version that may be stuck to it: `07`,
/// `01-12`, `09v2`.
///
/// @param from its first word
/// @param to behind its last word
/// @param digits how many digits the first is written with
/// @param padded whether it begins with 0
record BareNumber(int from, int to, int first, int last, int digits, boolean padded) {

    private static final int LONGEST = 4;

    /// @return null where no number is free
    static @Nullable BareNumber at(Reading reading, int index) {
        var piece = reading.at(index);
        if (index < 0 || index >= reading.size() || (piece != null && !(piece instanceof Piece.Year))) {
            return null;
        }
        var scan = reading.tokens().scan(index);
        boolean padded = scan.peek() == '0';
        int start = scan.at();
        int first = scan.number(1, LONGEST);
        int digits = scan.at() - start;
        scan.some(scan.one("v") ? "123456789" : "", 1);
        int end = scan.at();
        int last = first < 0 || scan.inWord() ? -1 : last(scan, first, padded);
        boolean range = last > first;
        boolean number = first >= 0 && (range || (piece == null && !inWordAt(reading, end)));
        return number
                ? new BareNumber(
                        index,
                        reading.tokens().at(range ? scan.at() : end),
                        first,
                        range ? last : first,
                        digits,
                        padded)
                : null;
    }

    private static boolean inWordAt(Reading reading, int end) {
        return new Scan(reading.tokens().lower(), end).inWord();
    }

    /// A single digit and a number behind a spaced dash are two things: `Part 1 - 13`.
    private static int last(Scan scan, int first, boolean padded) {
        boolean spaced = scan.one(" ");
        boolean through = scan.one("-~");
        scan.some(" ", spaced && through ? 1 : 0);
        int last = through && !(spaced && first < 10 && !padded) ? scan.number(2, LONGEST) : -1;
        return scan.inWord() || (Years.possible(first) && Years.possible(last)) ? -1 : last;
    }

    boolean range() {
        return last > first;
    }

    /// Counted through all seasons.
    Piece.Counted absolute() {
        var numbers = Numbering.range(first, last);
        return counted(new Numbering(List.of(), numbers, numbers));
    }

    /// Beside season and episode, which say it again.
    Piece.Counted alsoAbsolute() {
        return counted(new Numbering(List.of(), List.of(), Numbering.range(first, last)));
    }

    /// The last two digits count the episode: `211`, `0307`.
    Piece.Counted seasonAndEpisode() {
        return counted(new Numbering(List.of(first / 100), List.of(first % 100), List.of()));
    }

    /// Two numbers: `03-20`.
    Piece.Counted seasonThenEpisode() {
        return counted(new Numbering(List.of(first), List.of(last), List.of()));
    }

    private Piece.Counted counted(Numbering numbering) {
        return new Piece.Counted(from, to, numbering);
    }
}
