package media.usenet.library;

import java.util.List;

/// Lengths and bitrates in a few classes each, so that they can be counted.
///
/// @param limits where each class ends that has an end
/// @param words of the classes; the first is of those whose number is not known
record Classes(List<Long> limits, List<String> words) {

    private static final long MINUTE = 60_000;
    private static final long MEGABIT = 1_000_000;

    static final Classes LENGTHS = new Classes(
            List.of(10 * MINUTE, 30 * MINUTE, 60 * MINUTE, 120 * MINUTE),
            List.of("unknown", "under-10m", "10m-30m", "30m-1h", "1h-2h", "over-2h"));

    static final Classes RATES = new Classes(
            List.of(2 * MEGABIT, 5 * MEGABIT, 10 * MEGABIT, 20 * MEGABIT, 40 * MEGABIT),
            List.of("unknown", "under-2M", "2M-5M", "5M-10M", "10M-20M", "20M-40M", "over-40M"));

    int of(long number) {
        if (number <= 0) {
            return 0;
        }
        int at = 1;
        for (long limit : limits) {
            if (number < limit) {
                return at;
            }
            at++;
        }
        return at;
    }

    String word(int at) {
        return words.get(at);
    }

    /// @return -1 for a word that is none
    int at(String word) {
        return words.indexOf(word);
    }
}
