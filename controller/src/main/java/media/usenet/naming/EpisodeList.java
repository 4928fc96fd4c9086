package media.usenet.naming;

import java.util.ArrayList;
import java.util.List;

/// Episodes as they follow each other behind the first: `E01E02`, `E01-E10`, `01-02-03`, `44x45x46`.
final class EpisodeList {

    private static final int WIDEST_GAP = 3;
    private static final int HIGHEST_STEP = 400;

    private EpisodeList() {}

    /// @param scan right behind the first episode; it ends behind the last
    /// @param season the season that each may name once more
    static List<Integer> from(Scan scan, int season, int first) {
        var episodes = new ArrayList<>(List.of(first));
        int end = scan.at();
        while (episodes.size() < Numbering.LONGEST && next(scan, season, episodes)) {
            end = scan.at();
        }
        scan.back(end);
        half(scan);
        ofAll(scan);
        return episodes;
    }

    private static boolean next(Scan scan, int season, List<Integer> episodes) {
        int last = episodes.getLast();
        int start = scan.at();
        boolean to = scan.word(" à ") || scan.word(" to ");
        int gap = scan.some(" ._-~+&,", to ? 0 : WIDEST_GAP);
        boolean through = to || scan.passed(start, "-~");
        boolean listed = scan.passed(start, "_");
        boolean named = named(scan, season);
        int digits = scan.at();
        int next = scan.number(1, 4);
        boolean bare = gap == 1 && (through || (listed && scan.at() - digits == 2));
        boolean plausible = bare && !scan.inWord() && next > last && next - last <= HIGHEST_STEP;
        if (next < 0 || (!named && !plausible)) {
            return false;
        }
        if (through && next > last) {
            episodes.addAll(Numbering.range(last + 1, next));
        } else if (next != last) {
            episodes.add(next);
        }
        return true;
    }

    /// Whether a letter announces the episode, perhaps behind the season once more: `S03E01.S03E02`, `2x09-2x10`.
    private static boolean named(Scan scan, int season) {
        int start = scan.at();
        scan.one("s");
        boolean again = scan.number(1, 2) == season && (scan.peek() == 'e' || scan.peek() == 'x');
        scan.back(again ? scan.at() : start);
        boolean named = scan.one("ex");
        scan.some("p", named ? 1 : 0);
        return named;
    }

    /// Half an episode, as specials are numbered, belongs to the one before it: `E11.5`.
    private static void half(Scan scan) {
        int start = scan.at();
        boolean half = scan.word(".5") && !scan.inWord();
        scan.back(half ? scan.at() : start);
    }

    /// How many there are in all says nothing: `E06 of 24`.
    static void ofAll(Scan scan) {
        int start = scan.at();
        scan.one(" ._");
        boolean of = scan.word("of") || scan.word("из") || scan.word("iz");
        scan.one(" ._");
        scan.back(of && scan.number(1, 4) >= 0 ? scan.at() : start);
    }
}
