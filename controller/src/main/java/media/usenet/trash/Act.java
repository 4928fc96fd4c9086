package media.usenet.trash;

/// One thing that a plan does to one file, and the file that makes it superfluous.
///
/// @param number within its plan, from 1
/// @param loser what goes, or is made a link
/// @param kept what stays
public record Act(int number, Kind kind, Claim claim, Seen loser, Seen kept) {

    /// What becomes of the loser.
    public enum Kind {
        /// It goes into the trash of its drive.
        TRASH,
        /// Its name becomes one more name of the kept file; what it was goes into the trash.
        HARD_LINK,
        /// It stays a file of its own and shares its blocks with the kept one.
        REFLINK
    }

    /// What the kept file is to the loser, proved before anything is done.
    public enum Claim {
        /// Every byte is the same.
        IDENTICAL,
        /// Another file of the same work, which the plan's reader was shown to be better.
        BETTER
    }

    public Act {
        if (number < 1) {
            throw new IllegalArgumentException("acts are numbered from 1: " + number);
        }
        if (loser.sameFileAs(kept)) {
            throw new IllegalArgumentException("%s cannot replace itself".formatted(loser));
        }
        if (kind != Kind.TRASH && claim != Claim.IDENTICAL) {
            throw new IllegalArgumentException("only identical files can be made one: " + loser);
        }
        if (kind != Kind.TRASH && !loser.slot().equals(kept.slot())) {
            throw new IllegalArgumentException("files on two drives cannot share bytes: " + loser + ", " + kept);
        }
    }
}
