package media.usenet.naming;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Seasons and episodes behind single letters: `S01E02`, `s03.e05`, `T02E22`, `S01-S10`, `S1 + S2`.
final class SeasonLetters implements Recogniser {

    private static final int WIDEST_GAP = 3;

    @Override
    public @Nullable Piece at(Tokens tokens, int index) {
        var scan = tokens.scan(index);
        boolean season = scan.peek() == 's';
        if (!scan.one("stс")) {
            return null;
        }
        boolean apart = tokens.get(index).length() == 1 && scan.one(" .");
        int first = apart ? scan.number(2, 2) : scan.number(1, 4);
        int episode = first < 0 ? -1 : episode(scan);
        if (episode >= 0) {
            var episodes = EpisodeList.from(scan, first, episode);
            return counted(tokens, index, scan, new Numbering(List.of(first), episodes, List.of()));
        }
        boolean alone = season && first >= 0 && !scan.inWord();
        return alone ? counted(tokens, index, scan, Numbering.seasons(seasons(scan, first))) : null;
    }

    private static Piece counted(Tokens tokens, int index, Scan scan, Numbering numbering) {
        return new Piece.Counted(index, tokens.at(scan.at()), numbering);
    }

    private static int episode(Scan scan) {
        int start = scan.at();
        int gap = scan.some(" ._-[(", WIDEST_GAP);
        boolean named = scan.word("episode") || scan.word("ep") || scan.one("eе") || (gap == 0 && scan.one("x"));
        scan.some(" .(", named ? 1 : 0);
        int episode = named ? scan.number(1, 5) : -1;
        scan.back(episode < 0 ? start : scan.at());
        return episode;
    }

    private static List<Integer> seasons(Scan scan, int first) {
        var seasons = new ArrayList<>(List.of(first));
        int end = scan.at();
        while (next(scan, seasons)) {
            end = scan.at();
        }
        scan.back(end);
        return seasons;
    }

    /// Without a letter only behind a dash: `S01-08`.
    private static boolean next(Scan scan, List<Integer> seasons) {
        int start = scan.at();
        int gap = scan.some(" .-+&,", WIDEST_GAP);
        boolean dash = gap == 1 && scan.passed(start, "-");
        boolean listed = (gap > 0 && scan.one("s")) || dash;
        int next = listed ? scan.number(1, 2) : -1;
        if (next <= seasons.getLast() || scan.inWord()) {
            return false;
        }
        seasons.addAll(dash ? Numbering.range(seasons.getLast() + 1, next) : List.of(next));
        return true;
    }
}
