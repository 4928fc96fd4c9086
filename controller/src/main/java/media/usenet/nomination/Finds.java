package media.usenet.nomination;

import java.util.Arrays;

/// Which of the words that were asked are like which others, for one block of films; eight bytes each.
final class Finds {

    private static final int OTHER_BITS = 31;
    private static final int DIFFERENT_BITS = 6;

    private long[] finds = new long[1024];
    private int size;

    /// @param asked place of the word in its block
    /// @param other number of the word that is like it
    void add(int asked, int other, int different) {
        if (size == finds.length) {
            finds = Arrays.copyOf(finds, size + size / 2);
        }
        finds[size++] = ((long) asked << OTHER_BITS | other) << DIFFERENT_BITS | different;
    }

    /// By what was asked, then by what was found, the likest first.
    void sort() {
        Arrays.sort(finds, 0, size);
    }

    int size() {
        return size;
    }

    int asked(int find) {
        return (int) (finds[find] >>> (OTHER_BITS + DIFFERENT_BITS));
    }

    int other(int find) {
        return (int) (finds[find] >>> DIFFERENT_BITS) & Integer.MAX_VALUE;
    }

    int different(int find) {
        return (int) finds[find] & ((1 << DIFFERENT_BITS) - 1);
    }
}
