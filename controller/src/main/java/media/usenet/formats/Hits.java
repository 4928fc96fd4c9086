package media.usenet.formats;

import java.util.BitSet;

/// Which expressions of a set match a text, by their numbers.
///
/// @param undecided those that were given up
/// @param looked false when the text was too long to be looked at
record Hits(BitSet matched, BitSet undecided, boolean looked) {

    static final Hits NONE = new Hits(new BitSet(), new BitSet(), true);
    static final Hits NOT_LOOKED = new Hits(new BitSet(), new BitSet(), false);

    void put(int number, Answer answer) {
        switch (answer) {
            case YES -> matched.set(number);
            case UNKNOWN -> undecided.set(number);
            case NO -> {}
        }
    }

    Answer of(int number) {
        if (matched.get(number)) {
            return Answer.YES;
        }
        return looked && !undecided.get(number) ? Answer.NO : Answer.UNKNOWN;
    }
}
