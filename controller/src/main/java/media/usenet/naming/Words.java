package media.usenet.naming;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Words of the vocabulary.
final class Words implements Recogniser {

    static final Vocabulary VOCABULARY = Vocabulary.of("words.txt");

    @Override
    public @Nullable Piece at(Tokens tokens, int index) {
        var text = tokens.text();
        var match = VOCABULARY.longest(tokens, index);
        if (match == null) {
            return null;
        }
        var facts = new ArrayList<>(match.word().facts());
        int channels = match.word().sounds() ? Channels.length(text, match.end()) : 0;
        facts.addAll(Channels.facts(text, match.end(), channels));
        return new Piece.Known(
                index, tokens.at(match.end() + channels), facts, match.word().firm());
    }
}
