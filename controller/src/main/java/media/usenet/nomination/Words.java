package media.usenet.nomination;

/// Words of many films and where they come from.
final class Words {

    private final long[] words;
    private final int[] films;
    private final int[] millis;
    private int size;

    /// @param count of the words that will be added
    Words(int count) {
        words = new long[count];
        films = new int[count];
        millis = new int[count];
    }

    void add(long word, int film, int at) {
        words[size] = word;
        films[size] = film;
        millis[size++] = at;
    }

    WordIndex index() {
        return new WordIndex(words);
    }

    int film(int number) {
        return films[number];
    }

    double seconds(int number) {
        return millis[number] / 1000.0;
    }
}
