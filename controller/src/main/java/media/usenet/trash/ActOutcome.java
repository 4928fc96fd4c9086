package media.usenet.trash;

/// What became of one act.
///
/// @param because why it is not what was asked for; empty where it is
public record ActOutcome(int number, String slot, String name, Became became, String because) {

    public enum Became {
        /// It was done, now or before.
        DONE,
        /// The file is as it was.
        REFUSED,
        /// It waits for a drive, and is settled when that is back.
        WAITS
    }

    static ActOutcome done(Act act) {
        return new ActOutcome(act.number(), act.loser().slot(), act.loser().name(), Became.DONE, "");
    }

    static ActOutcome refused(Act act, String because) {
        return new ActOutcome(act.number(), act.loser().slot(), act.loser().name(), Became.REFUSED, because);
    }

    static ActOutcome waits(Act act, String because) {
        return new ActOutcome(act.number(), act.loser().slot(), act.loser().name(), Became.WAITS, because);
    }
}
