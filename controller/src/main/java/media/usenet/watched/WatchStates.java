package media.usenet.watched;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import media.usenet.database.Database;
import media.usenet.problem.ProblemException;
import media.usenet.watched.Carrying.Stage;

/// Keeps what people watched when a file is taken for another of the same work. Read and written down before
/// the file goes; carried when it is gone; what an application does not answer waits, and is told, until it
/// does.
public final class WatchStates {

    /// What nobody can be asked of, while not even the applications are known.
    private static final String UNKNOWN_APPLICATIONS = "stack";

    private final Players players;
    private final CarryingBook book;

    public WatchStates(Players players, Database database) {
        this.players = players;
        this.book = new CarryingBook(database);
    }

    /// Reads for the files of one plan: what applications know is listed once. Throws nothing for one that does
    /// not answer: that is written down.
    public interface Reader {

        /// To be called while both files are at their places.
        void read(int act, Path file, Path keptInstead);
    }

    public Reader reader(String plan) {
        var shelves = new Shelves(players);
        return (act, file, keptInstead) -> {
            for (var carrying : begun(shelves, plan, act, file, keptInstead)) {
                book.keep(read(shelves, carrying, false));
            }
        };
    }

    private List<Carrying> begun(Shelves shelves, String plan, int act, Path file, Path keptInstead) {
        var begun = new ArrayList<Carrying>();
        try {
            for (var service : shelves.services()) {
                begun.add(again(Carrying.of(plan, act, service, file, keptInstead)));
            }
        } catch (ProblemException e) {
            begun.add(Carrying.of(plan, act, UNKNOWN_APPLICATIONS, file, keptInstead));
        }
        return begun;
    }

    /// A plan that was undone and is applied again before all was taken back: what is kept was before that what
    /// it was.
    private Carrying again(Carrying fresh) {
        return book.find(fresh.plan(), fresh.act(), fresh.application())
                .filter(known -> known.stage() == Stage.UNDOING)
                .map(known -> known.now(Stage.READ, ""))
                .orElse(fresh);
    }

    private static Carrying read(Shelves shelves, Carrying carrying, boolean gone) {
        if (carrying.stage() != Stage.UNREAD) {
            return carrying;
        }
        try {
            return new Reading(shelves.of(carrying.application()), gone).read(carrying);
        } catch (ProblemException e) {
            return carrying.now(Stage.UNREAD, e.detail());
        }
    }

    /// Does what waits: carries what was read of files that are taken, forgets what was of files that stayed.
    ///
    /// @return those that something was done or tried for
    public List<Carrying> settle(Fate fate) {
        var shelves = new Shelves(players);
        var told = new ArrayList<Carrying>();
        for (var waiting : book.waiting()) {
            if (waiting.stage() == Stage.UNDOING) {
                told.add(kept(undone(shelves, waiting)));
                continue;
            }
            switch (fate.of(waiting)) {
                case YES -> known(shelves, waiting).forEach(one -> told.add(kept(carried(shelves, one))));
                case NO -> book.forget(waiting);
                case UNKNOWN -> told.add(waiting);
            }
        }
        return told;
    }

    /// For each application, once it is known which there are.
    private List<Carrying> known(Shelves shelves, Carrying waiting) {
        if (!waiting.application().equals(UNKNOWN_APPLICATIONS)) {
            return List.of(waiting);
        }
        var begun = begun(shelves, waiting.plan(), waiting.act(), waiting.file(), waiting.keptInstead());
        if (begun.stream().noneMatch(one -> one.application().equals(UNKNOWN_APPLICATIONS))) {
            begun.forEach(book::keep);
            book.forget(waiting);
        }
        return begun;
    }

    private Carrying carried(Shelves shelves, Carrying waiting) {
        var carrying = read(shelves, waiting, true);
        if (carrying.stage() != Stage.READ) {
            return carrying;
        }
        try {
            return new Delivery(shelves.of(carrying.application()), book).carry(carrying);
        } catch (ProblemException e) {
            return latest(carrying).now(Stage.READ, e.detail());
        }
    }

    private Carrying undone(Shelves shelves, Carrying waiting) {
        try {
            return new Delivery(shelves.of(waiting.application()), book).takeBack(waiting);
        } catch (ProblemException e) {
            return latest(waiting).now(Stage.UNDOING, e.detail());
        }
    }

    /// With what was written down of its users before it was broken off.
    private Carrying latest(Carrying carrying) {
        return book.find(carrying.plan(), carrying.act(), carrying.application())
                .orElse(carrying);
    }

    private Carrying kept(Carrying carrying) {
        book.keep(carrying);
        return carrying;
    }

    /// To be called when the file of an act is back at its place.
    ///
    /// @return what was carried for it, and what became of that
    public List<Carrying> undo(String plan, List<Integer> acts) {
        var shelves = new Shelves(players);
        var told = new ArrayList<Carrying>();
        for (var carrying : book.of(plan)) {
            if (acts.contains(carrying.act()) && carrying.stage() != Stage.TAKEN_BACK) {
                if (carrying.users().stream().anyMatch(Carried::changed)) {
                    told.add(kept(undone(shelves, kept(carrying.now(Stage.UNDOING, "")))));
                } else {
                    book.forget(carrying);
                }
            }
        }
        return told;
    }

    /// All of one plan.
    public List<Carrying> of(String plan) {
        return book.of(plan);
    }
}
