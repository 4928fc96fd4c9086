package media.usenet.trash;

import java.io.IOException;
import java.nio.file.Files;
import media.usenet.mover.Drive;
import media.usenet.trash.Journal.State;

/// Deletes one file of the trash for good: the only place of this program where content of the library ends.
/// What is kept instead is read once more before.
final class Emptying {

    private final String plan;
    private final Journal journal;
    private final Drive drive;
    private final Drive keeping;
    private final Point.Reached reached;

    Emptying(String plan, Journal journal, Drive drive, Drive keeping, Point.Reached reached) {
        this.plan = plan;
        this.journal = journal;
        this.drive = drive;
        this.keeping = keeping;
        this.reached = reached;
    }

    void empty(Act act) throws IOException, Refusal {
        var folder = TrashFolders.entry(plan, act);
        try (var entry = FileOnDrive.open(drive, folder, act.loser().last());
                var kept = FileOnDrive.open(keeping, act.kept())) {
            require(act, entry, kept);
            Reading.prove(act.claim(), kept.path(), entry.path());
            reached.at(Point.EMPTY_VERIFIED, act);
            journal.now(act, State.EMPTYING);
            reached.at(Point.EMPTY_BEGUN, act);
            require(act, entry, kept);
            drive.run(_ -> Files.delete(entry.path()));
            reached.at(Point.EMPTIED, act);
            entry.sync();
        }
        journal.now(act, State.EMPTIED);
        reached.at(Point.EMPTY_TOLD, act);
        TrashFolders.dropEmpty(drive, folder);
    }

    private static void require(Act act, FileOnDrive entry, FileOnDrive kept) throws IOException, Refusal {
        var now = entry.stat().orElseThrow(() -> new Refusal("it is not in the trash any more"));
        if (!act.loser().is(now)) {
            throw new Refusal("what is in the trash changed since it was put there");
        }
        var keeping = kept.stat().orElseThrow(() -> gone(act));
        if (!act.kept().is(keeping) || keeping.sameInodeAs(now)) {
            throw gone(act);
        }
    }

    private static Refusal gone(Act act) {
        return new Refusal("%s, which was kept instead, is not there as it was: undo, or look where it went"
                .formatted(act.kept()));
    }
}
