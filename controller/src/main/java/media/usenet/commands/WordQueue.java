package media.usenet.commands;

import java.util.List;
import java.util.function.IntFunction;

/// Words being read from first to last, each with its place in the request.
final class WordQueue {

    private final List<String> words;
    private final IntFunction<String> places;
    private int at;

    /// @param places by a word's number, from 0, where it stands
    WordQueue(List<String> words, IntFunction<String> places) {
        this.words = List.copyOf(words);
        this.places = places;
    }

    boolean isEmpty() {
        return at == words.size();
    }

    String peek() {
        return words.get(at);
    }

    String take() {
        return words.get(at++);
    }

    String where() {
        return places.apply(at);
    }

    /// Leaves out what is likely to be the value of an option that nobody knows, so that it is not taken for a file.
    void skipValue() {
        if (!isEmpty()
                && !OptionReader.looksLikeOption(peek())
                && Placeholder.name(peek()).isEmpty()) {
            at++;
        }
    }
}
