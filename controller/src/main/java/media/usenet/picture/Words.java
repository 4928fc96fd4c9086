package media.usenet.picture;

import java.util.Arrays;

/// Words of many films and where they come from.
final class Words {

    private long[] words = new long[1024];
    private int[] films = new int[1024];
    private int[] millis = new int[1024];
    private int size;

    void add(long word, int film, int at) {
        if (size == words.length) {
            words = Arrays.copyOf(words, 2 * size);
            films = Arrays.copyOf(films, 2 * size);
            millis = Arrays.copyOf(millis, 2 * size);
        }
        words[size] = word;
        films[size] = film;
        millis[size++] = at;
    }

    WordIndex index() {
        words = Arrays.copyOf(words, size);
        films = Arrays.copyOf(films, size);
        millis = Arrays.copyOf(millis, size);
        return new WordIndex(words);
    }

    int film(int number) {
        return films[number];
    }

    double seconds(int number) {
        return millis[number] / 1000.0;
    }
}
