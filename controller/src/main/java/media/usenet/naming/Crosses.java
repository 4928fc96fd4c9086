package media.usenet.naming;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Season and episode with a cross between: `1x02`, `1xAll`, `5x44x45`, `2x09-2x10`.
final class Crosses implements Recogniser {

    @Override
    public @Nullable Piece at(Tokens tokens, int index) {
        if (tokens.dotted(index) && tokens.get(index - 1).length() == 1) {
            return null;
        }
        var scan = tokens.scan(index);
        int season = scan.number(1, 4);
        int digits = scan.at() - tokens.get(index).start();
        boolean possible = (digits <= 2 && season > 0) || (digits == 4 && Years.possible(season));
        if (season < 0 || !possible || !scan.one("xX")) {
            return null;
        }
        if (scan.word("all") && !scan.inWord()) {
            return new Piece.Counted(index, index + 1, Numbering.seasons(List.of(season)));
        }
        int episode = scan.number(1, 3);
        if (episode < 0 || (scan.inWord() && scan.peek() != 'x') || (season == 16 && episode == 9)) {
            return null;
        }
        var episodes = EpisodeList.from(scan, season, episode);
        return new Piece.Counted(index, tokens.at(scan.at()), new Numbering(List.of(season), episodes, List.of()));
    }
}
