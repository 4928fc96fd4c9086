package media.usenet.nomination;

import java.util.Arrays;

/// Finds 64-bit words that differ in few bits, without looking at all (multi-index hashing; Norouzi, Punjani
/// and Fleet 2012). Of up to 65,536 words those that differ in up to nine bits are all found, of more words those in up
/// to five; of those that differ in more, most and some.
final class WordIndex {

    @FunctionalInterface
    interface Found {
        /// @param number of the word, as it was put in
        /// @param bits in which the two differ
        void found(int number, int bits);
    }

    private static final int FEW_WORDS = 1 << 16;
    private static final int FEW_BITS = 12;
    /// So that buckets stay short, and what is looked at for one word does not grow with the words.
    private static final int MANY_BITS = 21;

    private final long[] words;
    private final int bandBits;
    private final int buckets;
    private final int[][] starts;
    private final int[][] order;

    WordIndex(long[] given) {
        this.words = Arrays.stream(given).map(WordIndex::spread).toArray();
        this.bandBits = words.length <= FEW_WORDS ? FEW_BITS : MANY_BITS;
        this.buckets = 1 << bandBits;
        var bands = Long.SIZE / bandBits;
        this.starts = new int[bands][];
        this.order = new int[bands][];
        for (var band = 0; band < bands; band++) {
            sort(band);
        }
    }

    /// The same bits in another order, in which those that stood side by side are in different bands: neighbours are
    /// alike, so that a band of neighbours has few values, and long buckets.
    private static long spread(long word) {
        var spread = 0L;
        for (var bit = 0; bit < Long.SIZE; bit++) {
            spread |= (word >>> bit & 1) << (bit % 4 * 16 + bit / 4);
        }
        return spread;
    }

    private void sort(int band) {
        var start = new int[buckets + 1];
        for (var word : words) {
            start[bucket(word, band)]++;
        }
        for (var i = 0; i < buckets; i++) {
            start[i + 1] += start[i];
        }
        var sorted = new int[words.length];
        for (var number = words.length - 1; number >= 0; number--) {
            sorted[--start[bucket(words[number], band)]] = number;
        }
        starts[band] = start;
        order[band] = sorted;
    }

    void near(long wanted, int farthest, Found found) {
        var word = spread(wanted);
        for (var band = 0; band < starts.length; band++) {
            var bucket = bucket(word, band);
            look(word, band, bucket, farthest, found);
            for (var bit = 0; bit < bandBits; bit++) {
                look(word, band, bucket ^ 1 << bit, farthest, found);
            }
        }
    }

    private void look(long word, int band, int bucket, int farthest, Found found) {
        for (var i = starts[band][bucket]; i < starts[band][bucket + 1]; i++) {
            var number = order[band][i];
            var different = words[number] ^ word;
            var bits = Long.bitCount(different);
            if (bits <= farthest && firstFoundIn(different, band)) {
                found.found(number, bits);
            }
        }
    }

    /// So that a word that several bands lead to is found once.
    private boolean firstFoundIn(long different, int band) {
        for (var earlier = 0; earlier < band; earlier++) {
            if (Integer.bitCount(bucket(different, earlier)) <= 1) {
                return false;
            }
        }
        return true;
    }

    private int bucket(long word, int band) {
        return (int) (word >>> (band * bandBits)) & (buckets - 1);
    }
}
