package media.usenet.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Seasons and episodes behind words: `Season 3`, `Сезон: 1-8`, `Seasons 1 and 2`, `Ep 12`, `Cap.102`.
final class SpeltNumbers implements Recogniser {

    static final Set<String> SEASON = Set.of(
            "season",
            "seasons",
            "saison",
            "saisons",
            "temporada",
            "temporadas",
            "temp",
            "stagione",
            "stagioni",
            "staffel",
            "staffeln",
            "seizoen",
            "sezon",
            "sezonul",
            "sezony",
            "sæson",
            "säsong",
            "sesong",
            "kausi",
            "se",
            "сезон",
            "сезоны",
            "сезона",
            "сезони",
            "série",
            "evad",
            "évad");

    private static final Set<String> SEASONS = Set.of("seasons", "stagioni", "saisons", "temporadas", "сезоны");

    private static final Set<String> EPISODE = Set.of(
            "e",
            "ep",
            "eps",
            "epi",
            "episode",
            "episodes",
            "episodio",
            "episodios",
            "episódio",
            "épisode",
            "épisodes",
            "folge",
            "folgen",
            "odc",
            "odcinek",
            "aflevering",
            "avsnitt",
            "afsnit",
            "jakso",
            "epizoda",
            "epizód",
            "rész",
            "еп",
            "серия",
            "серии",
            "серій",
            "серії",
            "серія",
            "эпизод",
            "эпизоды");

    /// Spanish chapters carry their season: 102 is the second of the first.
    private static final Set<String> CHAPTER = Set.of("cap", "caap", "capitulo", "capítulo");

    private static final Set<String> PART = Set.of("part", "pt", "parte", "teil");

    private static final int LONGEST_WORD = 12;
    private static final String GAPS = " ._:№#-";

    @Override
    public @Nullable Piece at(Tokens tokens, int index) {
        var scan = tokens.scan(index);
        var numbering = scan.numberFollows() ? numbering(scan, scan.letters(LONGEST_WORD)) : null;
        return numbering == null ? null : new Piece.Counted(index, tokens.at(scan.at()), numbering);
    }

    private static @Nullable Numbering numbering(Scan scan, String word) {
        if (SEASON.contains(word)) {
            return seasons(scan, SEASONS.contains(word));
        }
        if (EPISODE.contains(word)) {
            return episodes(scan, word.length() == 1 ? scan.number(1, 4) : number(scan));
        }
        if (CHAPTER.contains(word)) {
            return chapters(scan);
        }
        return PART.contains(word) ? part(scan) : null;
    }

    private static @Nullable Numbering seasons(Scan scan, boolean plural) {
        int first = number(scan);
        if (first < 0 || (scan.inWord() && scan.peek() != 'e')) {
            return null;
        }
        var seasons = list(scan, first, plural);
        int episode = seasons.size() == 1 ? lastNumber(scan) : -1;
        return new Numbering(seasons, episode < 0 ? List.of() : List.of(episode), List.of());
    }

    /// Two digits that the name, or all but an episode's title, ends with: `Season 11 01.mp4`.
    private static int lastNumber(Scan scan) {
        int start = scan.at();
        int number = scan.one(" ") ? scan.number(2, 2) : -1;
        boolean last = scan.peek() == '\0' || scan.peek() == '.' || (scan.peek() == ' ' && scan.peek(1) == '-');
        boolean episode = number >= 0 && last;
        scan.back(episode ? scan.at() : start);
        return episode ? number : -1;
    }

    private static @Nullable Numbering episodes(Scan scan, int first) {
        boolean number = first >= 0 && (!scan.inWord() || "vex".indexOf(scan.peek()) >= 0);
        var episodes = number ? list(scan, first, true) : List.<Integer>of();
        EpisodeList.ofAll(scan);
        return number ? Numbering.episodes(episodes) : null;
    }

    private static @Nullable Numbering chapters(Scan scan) {
        var chapters = episodes(scan, number(scan));
        if (chapters == null || chapters.episodes().getFirst() < 100) {
            return chapters;
        }
        var episodes =
                chapters.episodes().stream().map(chapter -> chapter % 100).toList();
        return new Numbering(List.of(chapters.episodes().getFirst() / 100), episodes, List.of());
    }

    /// Films are not numbered with a leading zero, so this is a series of one season: `Part.02`.
    private static @Nullable Numbering part(Scan scan) {
        scan.one(" ._");
        int part = scan.peek() == '0' ? scan.number(2, 2) : -1;
        return part < 1 || scan.inWord() ? null : new Numbering(List.of(1), List.of(part), List.of());
    }

    private static int number(Scan scan) {
        scan.some(GAPS, 2);
        scan.some(". ", scan.word("no") ? 2 : 0);
        return scan.number(1, 4);
    }

    /// Further numbers: `1,2,3`, `1-8`, `1 to 15`, `1 and 2`.
    ///
    /// @param spaced whether a range may have spaces around its dash
    private static List<Integer> list(Scan scan, int first, boolean spaced) {
        var numbers = new ArrayList<>(List.of(first));
        int end = scan.at();
        while (next(scan, spaced, numbers)) {
            end = scan.at();
        }
        scan.back(end);
        return numbers;
    }

    private static boolean next(Scan scan, boolean spaced, List<Integer> numbers) {
        boolean through = through(scan, spaced);
        boolean and = !through && and(scan);
        scan.some("es", through ? 1 : 0);
        int next = through || and ? scan.number(1, 4) : -1;
        if (next <= numbers.getLast() || scan.inWord()) {
            return false;
        }
        numbers.addAll(through ? Numbering.range(numbers.getLast() + 1, next) : List.of(next));
        return true;
    }

    private static boolean through(Scan scan, boolean spaced) {
        boolean to = scan.word(" to ") || scan.word(".to.") || scan.word(" a ");
        return to || scan.one("-~_") || (spaced && (scan.word(" - ") || scan.word(" ~ ")));
    }

    private static boolean and(Scan scan) {
        return scan.word(", & ")
                || scan.word(", ")
                || scan.word(" & ")
                || scan.word(" + ")
                || scan.word(" and ")
                || scan.one(",&+");
    }
}
