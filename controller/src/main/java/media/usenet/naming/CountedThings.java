package media.usenet.naming;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Numbers before what they count: `2nd Season`, `1ª Temporada`, `7.Bölüm`, `第05话`, `1 of 6`, `#17`.
final class CountedThings implements Recogniser {

    /// Words that stand behind their number only.
    private static final Set<String> EPISODE = Set.of(
            "bölüm", "bolum", "blm", "серия", "серии", "серій", "серії", "серія", "эпизод", "эпизода", "odcinek",
            "rész", "epizoda", "jakso", "avsnitt", "seria", "serija");

    private static final int LONGEST_WORD = 12;
    private static final String CHINESE_SEASON = "季期";
    private static final String CHINESE_EPISODE = "话話集回";

    @Override
    public @Nullable Piece at(Tokens tokens, int index) {
        var scan = tokens.scan(index);
        boolean all = scan.one("全");
        boolean sharp = scan.one("#");
        scan.one("第");
        int number = scan.number(1, 4);
        if (number < 0) {
            return null;
        }
        if (all || scan.word("月")) {
            return scan.one(CHINESE_EPISODE) || !all ? new Piece.Aside(index, tokens.at(scan.at()), List.of()) : null;
        }
        var numbering = sharp && !scan.inWord() ? Numbering.episodes(List.of(number)) : counted(scan, number);
        return numbering == null ? null : new Piece.Counted(index, tokens.at(scan.at()), numbering);
    }

    private static @Nullable Numbering counted(Scan scan, int number) {
        if (scan.one(CHINESE_SEASON)) {
            return Numbering.seasons(List.of(number));
        }
        if (scan.one(CHINESE_EPISODE)) {
            return Numbering.episodes(List.of(number));
        }
        int last = last(scan, number);
        return some(scan, last) ? Numbering.episodes(Numbering.range(number, last)) : spelt(scan, number, last);
    }

    /// The end of a range that the number begins; the number itself if it begins none.
    private static int last(Scan scan, int first) {
        int start = scan.at();
        int last = scan.one("-~") ? scan.number(1, 4) : -1;
        boolean range = last > first && !Years.possible(last);
        scan.back(range ? scan.at() : start);
        return range ? last : first;
    }

    /// Of how many: `1 of 6`, `3iz6`.
    private static boolean some(Scan scan, int number) {
        int start = scan.at();
        scan.one(" ._");
        boolean of = scan.word("of") || scan.word("iz") || scan.word("из") || scan.word("de");
        scan.one(" ._");
        boolean some = of && number > 0 && scan.number(1, 3) >= number && !scan.inWord();
        scan.back(some ? scan.at() : start);
        return some;
    }

    private static @Nullable Numbering spelt(Scan scan, int first, int last) {
        boolean ordinal = scan.one("ªº°") || scan.word("st") || scan.word("nd") || scan.word("rd") || scan.word("th");
        boolean apart = scan.one(" ._");
        if (!apart) {
            return null;
        }
        var word = scan.letters(LONGEST_WORD);
        boolean behind = !scan.inWord() && !counts(new Scan(scan));
        if (behind && EPISODE.contains(word)) {
            EpisodeList.ofAll(scan);
            return Numbering.episodes(Numbering.range(first, last));
        }
        boolean season = SpeltNumbers.SEASON.contains(word) && first < 100;
        return season && (behind || ordinal) ? Numbering.seasons(Numbering.range(first, last)) : null;
    }

    /// Whether the word counts what follows rather than what it follows: not so in `2.Sezon.7.Bölüm`.
    private static boolean counts(Scan scan) {
        boolean number = scan.one(" ._") && scan.number(1, 4) >= 0 && !scan.inWord();
        scan.one(" ._");
        return number && !EPISODE.contains(scan.letters(LONGEST_WORD));
    }
}
