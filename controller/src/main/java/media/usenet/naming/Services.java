package media.usenet.naming;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a release was streamed. The abbreviations are ordinary words too, so a web source must follow:
/// `AMZN.WEB-DL`.
final class Services implements Recogniser {

    private static final Vocabulary VOCABULARY = Vocabulary.of("services.txt");
    private static final int BETWEEN = 2;

    @Override
    public @Nullable Piece at(Tokens tokens, int index) {
        var match = index == 0 ? null : VOCABULARY.longest(tokens, index);
        if (match == null) {
            return null;
        }
        int to = tokens.at(match.end());
        return webFollows(tokens, to) ? new Piece.Known(index, to, match.word().facts(), false) : null;
    }

    private static boolean webFollows(Tokens tokens, int index) {
        int last = Math.min(tokens.size() - 1, index + BETWEEN);
        for (int next = index; next <= last; next++) {
            var word = Words.VOCABULARY.longest(tokens, next);
            if (word != null && web(word.word().facts())) {
                return true;
            }
        }
        return false;
    }

    private static boolean web(List<Fact> facts) {
        return facts.stream()
                .anyMatch(fact -> fact.trait() == Trait.SOURCE && fact.value().startsWith("web"));
    }
}
