package media.usenet.drives;

import media.usenet.drives.DriveEvent.Kind;
import media.usenet.mover.MoveJobs;
import media.usenet.problem.ProblemException;
import media.usenet.union.Union;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the union, its hold and the moving of files in step with the drives that come and go.
final class UnionFollower implements DriveListener {

    private static final Logger log = LoggerFactory.getLogger(UnionFollower.class);

    private final Union union;
    private final MoveJobs moves;

    UnionFollower(Union union, MoveJobs moves) {
        this.union = union;
        this.moves = moves;
    }

    @Override
    public void onDrive(DriveEvent event) {
        var slot = event.slot();
        var state = event.state();
        if (slot == null || state == null || event.kind() == Kind.ADDED) {
            return;
        }
        if (state.readable()) {
            tell(() -> union.returned(slot));
            tell(moves::resume);
        } else {
            tell(() -> union.missing(slot));
        }
    }

    @Override
    public void onRound() {
        tell(union::reconcile);
        tell(moves::resume);
    }

    /// What fails here is tried again in the next round, and stands in the answers of the union until then: it must not
    /// keep a drive from being let go.
    private static void tell(Runnable work) {
        try {
            work.run();
        } catch (ProblemException e) {
            log.warn("the union could not follow: {} Remedy: {}", e.detail(), e.remedy());
        }
    }
}
