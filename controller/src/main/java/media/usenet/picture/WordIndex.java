package media.usenet.picture;

/// Finds 64-bit words that differ in few bits, without looking at all: words that differ in up to seven bits
/// are all found, of those that differ in more most (multi-index hashing; Norouzi, Punjani and Fleet 2012).
final class WordIndex {

    @FunctionalInterface
    interface Found {
        /// @param number of the word, as it was put in
        /// @param bits in which the two differ
        void found(int number, int bits);
    }

    private static final int BANDS = 4;
    private static final int BAND_BITS = 16;
    private static final int BUCKETS = 1 << BAND_BITS;

    private final long[] words;
    private final int[][] starts = new int[BANDS][];
    private final int[][] order = new int[BANDS][];

    WordIndex(long[] words) {
        this.words = words;
        for (var band = 0; band < BANDS; band++) {
            sort(band);
        }
    }

    private void sort(int band) {
        var start = new int[BUCKETS + 1];
        for (var word : words) {
            start[bucket(word, band) + 1]++;
        }
        for (var i = 0; i < BUCKETS; i++) {
            start[i + 1] += start[i];
        }
        var next = start.clone();
        var sorted = new int[words.length];
        for (var number = 0; number < words.length; number++) {
            sorted[next[bucket(words[number], band)]++] = number;
        }
        starts[band] = start;
        order[band] = sorted;
    }

    void near(long word, int farthest, Found found) {
        for (var band = 0; band < BANDS; band++) {
            var bucket = bucket(word, band);
            look(word, band, bucket, farthest, found);
            for (var bit = 0; bit < BAND_BITS; bit++) {
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
    private static boolean firstFoundIn(long different, int band) {
        for (var earlier = 0; earlier < band; earlier++) {
            if (Integer.bitCount(bucket(different, earlier)) <= 1) {
                return false;
            }
        }
        return true;
    }

    private static int bucket(long word, int band) {
        return (int) (word >>> (band * BAND_BITS)) & (BUCKETS - 1);
    }
}
