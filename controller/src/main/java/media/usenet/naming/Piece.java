package media.usenet.naming;

import java.time.LocalDate;
import java.util.List;

/// One or more neighbouring words that mean something. It takes the words from [#from()] up to, not including,
/// [#to()].
sealed interface Piece {

    int from();

    int to();

    /// Whether a title cannot go on behind it.
    boolean firm();

    /// Words of the vocabulary, or numbers that speak for themselves: `WEB-DL`, `1080p`.
    record Known(int from, int to, List<Fact> facts, boolean firm) implements Piece {

        boolean says(Trait trait) {
            for (var fact : facts) {
                if (fact.trait() == trait) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Which part of a series: `S01E02-E05`, `Season 3`, `Ep 12`.
    record Counted(int from, int to, Numbering numbering) implements Piece {

        @Override
        public boolean firm() {
            return true;
        }
    }

    /// A day: `2016.03.14`.
    record Dated(int from, int to, LocalDate date) implements Piece {

        @Override
        public boolean firm() {
            return true;
        }
    }

    /// A number that can be the year of a work, or be part of its title.
    record Year(int from, int to, int year) implements Piece {

        @Override
        public boolean firm() {
            return false;
        }
    }

    /// What says nothing of the work: sizes, bit rates, web sites, checksums.
    ///
    /// @param facts what it says of the file
    record Aside(int from, int to, List<Fact> facts) implements Piece {

        @Override
        public boolean firm() {
            return false;
        }
    }
}
