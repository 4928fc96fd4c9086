package media.usenet.trash;

import java.io.IOException;
import media.usenet.mover.Drive;
import media.usenet.trash.Journal.Standing;
import media.usenet.trash.Journal.State;

/// Brings to an end what was broken off, from what the journal says and what is on the drive: what was half
/// taken goes back to its place. Can itself be broken off and begun anew.
final class Settlement {

    private final String plan;
    private final Drive drive;
    private final Journal journal;
    private final Point.Reached reached;

    Settlement(String plan, Drive drive, Journal journal, Point.Reached reached) {
        this.plan = plan;
        this.drive = drive;
        this.journal = journal;
        this.reached = reached;
    }

    void settle(Standing standing) throws IOException {
        var act = standing.act();
        switch (standing.state()) {
            case BEGUN, UNDOING -> journal.now(act, restored(act));
            case EMPTYING -> journal.now(act, inTrash(act) ? State.DONE : State.EMPTIED);
            case DONE, UNDONE, EMPTIED, MISSING -> {}
        }
    }

    /// Where its name is taken by another file, it stays in the trash.
    private State restored(Act act) throws IOException {
        try {
            new Restoring(plan, drive, reached).restore(act);
            return State.UNDONE;
        } catch (Refusal _) {
            return inTrash(act) ? State.DONE : State.MISSING;
        }
    }

    private boolean inTrash(Act act) throws IOException {
        var folder = TrashFolders.entry(plan, act);
        TrashFolders.make(drive, folder);
        try (var entry = FileOnDrive.open(drive, folder, act.loser().last())) {
            return entry.has(act.loser());
        }
    }
}
