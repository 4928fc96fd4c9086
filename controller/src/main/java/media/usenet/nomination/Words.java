package media.usenet.nomination;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/// Words of many films, one film after the other. They stay in the films.
final class Words {

    @FunctionalInterface
    interface Word {
        long of(Sketch film, int place);
    }

    private final List<Sketch> films;
    private final Word word;
    private final int[] starts;

    Words(List<Sketch> films, ToIntFunction<Sketch> count, Word word) {
        this.films = films;
        this.word = word;
        starts = new int[films.size() + 1];
        for (var film = 0; film < films.size(); film++) {
            starts[film + 1] = starts[film] + count.applyAsInt(films.get(film));
        }
    }

    int count() {
        return starts[films.size()];
    }

    long[] all() {
        var words = new long[count()];
        for (var film = 0; film < films.size(); film++) {
            for (var number = starts[film]; number < starts[film + 1]; number++) {
                words[number] = word.of(films.get(film), number - starts[film]);
            }
        }
        return words;
    }

    /// Where the words of a film begin.
    int start(int film) {
        return starts[film];
    }

    /// Of which film a word is.
    int film(int number) {
        var found = Arrays.binarySearch(starts, number);
        if (found < 0) {
            return -found - 2;
        }
        // Films without words begin where the next one does.
        while (starts[found + 1] == number) {
            found++;
        }
        return found;
    }
}
