package media.usenet.mover;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import media.usenet.event.Step;
import media.usenet.mover.FileMove.Point;
import media.usenet.mover.Journal.Open;

/// Carries out plans of moves, file by file, and settles what was broken off. One at a time.
final class Mover {

    private final SlotSource slots;
    private final Journal journal;
    private final Consumer<Point> reached;

    /// @param journal kept on the machine's own disk, not on a drive of a slot
    /// @param reached is told every step, after it was taken
    Mover(SlotSource slots, Path journal, Consumer<Point> reached) {
        this.slots = slots;
        this.journal = new Journal(journal);
        this.reached = reached;
    }

    /// Completes or undoes every move that was broken off.
    ///
    /// @throws DriveGone where a drive is missing for one that was not given up; what could be settled without is
    /// settled
    synchronized List<LeftBehind> settle() throws IOException {
        var left = new ArrayList<LeftBehind>();
        DriveGone gone = null;
        for (var open : journal.open()) {
            try {
                left.addAll(settle(open));
            } catch (DriveGone e) {
                gone = open.givenUp() ? gone : e;
            }
        }
        if (gone != null) {
            throw gone;
        }
        journal.tidy();
        return left;
    }

    /// Settles what can be, and waits for no drive of the rest any more.
    synchronized List<LeftBehind> giveUp() throws IOException {
        for (var open : journal.open()) {
            if (!open.givenUp()) {
                journal.now(open.id(), Journal.State.GIVEN_UP);
            }
        }
        return settle();
    }

    private List<LeftBehind> settle(Open open) throws IOException {
        try (var from = Drive.open(open.move().from(), slots);
                var to = Drive.open(open.move().to(), slots)) {
            return new Settlement(journal, from, to).settle(open);
        }
    }

    /// @param left is told what stays, as it is found
    /// @throws DriveGone and all that was moved by then is moved
    synchronized void run(MovePlan plan, long minFreeBytes, Consumer<LeftBehind> left, Consumer<Step> tell)
            throws IOException {
        settle().forEach(left);
        var job = UUID.randomUUID().toString().substring(0, 8);
        var progress = new MoveProgress(plan.bytes(), tell);
        int number = 0;
        for (var move : plan.moves()) {
            number++;
            progress.begin(move);
            move(job + "-" + number, move, minFreeBytes, left, progress);
            progress.end(move);
        }
        journal.tidy();
    }

    private void move(String id, Move move, long minFreeBytes, Consumer<LeftBehind> left, MoveProgress progress)
            throws IOException {
        try (var from = Drive.open(move.from(), slots);
                var to = Drive.open(move.to(), slots)) {
            try {
                new FileMove(journal, from, to, minFreeBytes, progress::bytes, reached).run(id, move);
                for (var name : move.file().names()) {
                    new Folders(from, to).prune(Names.folder(name));
                }
            } catch (Stays e) {
                left.accept(new LeftBehind(move.from(), move.file().name(), e.because()));
                undo(id, from, to).forEach(left);
            }
        }
    }

    private List<LeftBehind> undo(String id, Drive from, Drive to) throws IOException {
        var left = new ArrayList<LeftBehind>();
        for (var open : journal.open()) {
            if (open.id().equals(id)) {
                left.addAll(new Settlement(journal, from, to).undo(open));
            }
        }
        return left;
    }

    /// Removes the empty folders of a slot that was drained.
    synchronized void pruneAll(String slot) throws IOException {
        try (var drive = Drive.open(slot, slots)) {
            Folders.pruneAll(drive);
        }
    }
}
