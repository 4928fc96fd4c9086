package media.usenet.nomination;

import java.util.SplittableRandom;
import java.util.function.IntFunction;

/// Finds 64-bit words that differ in few bits, without looking at all (multi-index hashing; Norouzi, Punjani
/// and Fleet 2012). Of up to 65,536 words those that differ in up to nine bits are all found, of more words
/// those in up to five; of those that differ in more, most and some.
///
/// All that is sought is asked at once, in the order of the bands: then memory is walked through, and one band
/// is there at a time. Word by word, each look fell somewhere else in memory, and they were two thirds of the
/// search.
final class WordIndex {

    @FunctionalInterface
    interface Found {
        /// @param block of the asked word, and its place therein
        /// @param number of the word, as it was put in
        /// @param bits in which the two differ
        void found(int block, int asked, int number, int bits);
    }

    private static final int FEW_WORDS = 1 << 16;
    private static final int FEW_BITS = 12;
    /// So that buckets stay short, and what is looked at for one word grows little with the words.
    private static final int MANY_BITS = 21;

    private static final int SAMPLES = 1 << 22;

    private final long[] words;
    private final int bandBits;

    WordIndex(long[] words) {
        this.words = words;
        this.bandBits = words.length <= FEW_WORDS ? FEW_BITS : MANY_BITS;
    }

    /// In how many bits words may differ so that about so many pairs at most are found when so many are asked
    /// about: the more words there are, the more are alike by chance, and the less it says.
    ///
    /// @param farthest at most
    int telling(int farthest, long asked, long mostFound) {
        var random = new SplittableRandom(words.length);
        var alike = new int[Long.SIZE + 1];
        for (var i = 0; words.length > 1 && i < SAMPLES; i++) {
            var one = random.nextInt(words.length);
            var other = random.nextInt(words.length);
            alike[one == other ? Long.SIZE : Long.bitCount(words[one] ^ words[other])]++;
        }
        var expected = 0.0;
        for (var bits = 0; bits <= farthest; bits++) {
            expected += (double) alike[bits] / SAMPLES * words.length * asked;
            if (expected > mostFound) {
                return bits - 1;
            }
        }
        return farthest;
    }

    /// Each pair is told once, in no order; of a word that is like very many, some of them.
    ///
    /// @param asked the words of a block
    void near(int blocks, IntFunction<long[]> asked, int farthest, Found found) {
        for (var number = 0; number < Long.SIZE / bandBits; number++) {
            var band = new Band(words, bandBits, number);
            for (var block = 0; block < blocks; block++) {
                band.seek(asked.apply(block), block, farthest, found);
            }
        }
    }
}
