package media.usenet.watched;

import java.util.ArrayList;
import media.usenet.watched.Carrying.Stage;

/// Reads what was watched of a file that is about to go, or has gone.
final class Reading {

    private final Shelf shelf;
    private final boolean gone;

    /// @param gone whether the application may have forgotten the file by now
    Reading(Shelf shelf, boolean gone) {
        this.shelf = shelf;
        this.gone = gone;
    }

    /// @throws media.usenet.problem.ProblemException `SERVICE_NOT_RUNNING`
    Carrying read(Carrying carrying) {
        var item = shelf.find(carrying.file());
        if (item.isEmpty()) {
            return gone
                    ? carrying.now(Stage.LEFT, "it gave no answer in time, and no longer knows the file")
                    : carrying.now(Stage.NOTHING, "it does not know the file");
        }
        var kept = shelf.find(carrying.keptInstead());
        if (kept.isPresent() && kept.get().id().equals(item.get().id())) {
            return carrying.now(Stage.NOTHING, "both files are versions of one item, whose state stays");
        }
        var seen = new ArrayList<Carried>();
        for (var viewer : shelf.player().viewers()) {
            shelf.player()
                    .state(item.get().id(), viewer)
                    .filter(state -> !state.nothing())
                    .ifPresent(state -> seen.add(Carried.seen(viewer, state)));
        }
        return seen.isEmpty() ? carrying.now(Stage.NOTHING, "nobody has watched it") : carrying.seen(item.get(), seen);
    }
}
