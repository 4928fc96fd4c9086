package media.usenet.nomination;

import java.util.Arrays;
import media.usenet.nomination.WordIndex.Found;

/// Words sorted by some of their bits.
final class Band {

    /// What is like more than these is told by none of them: the same intro in all episodes.
    private static final int MOST_OF_A_BUCKET = 512;

    private final int bandBits;
    private final int number;
    private final int[] starts;
    private final int[] numbers;
    private final long[] words;

    /// @param number of the band, from 0
    Band(long[] given, int bandBits, int number) {
        this.bandBits = bandBits;
        this.number = number;
        this.starts = new int[(1 << bandBits) + 1];
        this.numbers = new int[given.length];
        this.words = new long[given.length];
        for (var word : given) {
            starts[bucket(spread(word), number)]++;
        }
        for (var bucket = 0; bucket < 1 << bandBits; bucket++) {
            starts[bucket + 1] += starts[bucket];
        }
        for (var i = given.length - 1; i >= 0; i--) {
            var word = spread(given[i]);
            var place = --starts[bucket(word, number)];
            words[place] = word;
            numbers[place] = i;
        }
    }

    /// The same bits in another order, in which those that stood side by side are in different bands:
    /// neighbours are alike, so that a band of neighbours has few values, and long buckets. Bit 4n+k becomes
    /// bit 16k+n.
    private static long spread(long word) {
        var spread = 0L;
        for (var k = 0; k < 4; k++) {
            spread |= Long.compress(word, 0x1111111111111111L << k) << (16 * k);
        }
        return spread;
    }

    private int bucket(long word, int band) {
        return (int) (word >>> (band * bandBits)) & ((1 << bandBits) - 1);
    }

    /// Each of the asked words in its own bucket and in those that differ in one bit.
    void seek(long[] given, int block, int farthest, Found found) {
        var asked = new long[given.length];
        for (var i = 0; i < given.length; i++) {
            asked[i] = (long) bucket(spread(given[i]), number) << Integer.SIZE | i;
        }
        Arrays.sort(asked);
        for (var bit = -1; bit < bandBits; bit++) {
            var flipped = bit < 0 ? 0 : 1 << bit;
            for (var one : asked) {
                look(spread(given[(int) one]), flipped, (int) one, block, farthest, found);
            }
        }
    }

    private void look(long word, int flipped, int asked, int block, int farthest, Found found) {
        var bucket = bucket(word, number) ^ flipped;
        var end = Math.min(starts[bucket + 1], starts[bucket] + MOST_OF_A_BUCKET);
        for (var i = starts[bucket]; i < end; i++) {
            var different = words[i] ^ word;
            var bits = Long.bitCount(different);
            if (bits <= farthest && firstFoundHere(different)) {
                found.found(block, asked, numbers[i], bits);
            }
        }
    }

    /// So that a word that several bands lead to is told once.
    private boolean firstFoundHere(long different) {
        for (var earlier = 0; earlier < number; earlier++) {
            if (Integer.bitCount(bucket(different, earlier)) <= 1) {
                return false;
            }
        }
        return true;
    }
}
