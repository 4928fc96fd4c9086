package media.usenet.watched;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import media.usenet.apps.MediaItem;
import media.usenet.apps.WatchState;
import media.usenet.watched.Carrying.Stage;

/// Writes states into one application, and reads each again. What the kept item had is in the journal before
/// anything is written to it, so that one that was broken off is begun anew and can be taken back.
final class Delivery {

    private final Shelf shelf;
    private final CarryingBook book;

    Delivery(Shelf shelf, CarryingBook book) {
        this.shelf = shelf;
        this.book = book;
    }

    /// @throws media.usenet.problem.ProblemException `SERVICE_NOT_RUNNING`
    Carrying carry(Carrying carrying) {
        var kept = shelf.find(carrying.keptInstead());
        if (kept.isEmpty()) {
            return carrying.now(Stage.READ, "it does not know what is kept yet");
        }
        var from = Objects.requireNonNull(carrying.from(), "read before it is carried");
        if (!from.sameWorkAs(kept.get())) {
            return carrying.now(Stage.LEFT, because(from, kept.get()));
        }
        var now = carrying;
        for (int at = 0; at < now.users().size(); at++) {
            now = carry(now, at, kept.get().id());
        }
        boolean any = now.users().stream().anyMatch(user -> user.after() != null);
        return now.now(any ? Stage.CARRIED : Stage.LEFT, "");
    }

    private static String because(MediaItem from, MediaItem kept) {
        return from.ids().isEmpty() || kept.ids().isEmpty()
                ? "no database's number is known of %s".formatted(from.ids().isEmpty() ? "it" : "what is kept")
                : "the numbers say that the two are no one work: %s and %s".formatted(from.ids(), kept.ids());
    }

    private Carrying carry(Carrying carrying, int at, String item) {
        var user = carrying.users().get(at);
        var found = shelf.player().state(item, user.viewer());
        if (found.isEmpty()) {
            return carrying.with(replaced(carrying, at, user.not("is gone, or does not see what is kept")));
        }
        var now = found.get();
        var begun = user.before() == null ? user.from(now) : user;
        var journaled = carrying.with(replaced(carrying, at, begun));
        book.keep(journaled);
        var then = now.with(user.seen());
        if (!then.equals(now)) {
            shelf.player().mark(item, user.viewer(), now, then);
        }
        var after = shelf.player().state(item, user.viewer()).orElse(now);
        var ended = journaled.with(replaced(journaled, at, begun.to(after)));
        book.keep(ended);
        return ended;
    }

    /// First the file that is back gets what it had, should the application have forgotten it; only then what
    /// is kept loses what came from it.
    ///
    /// @throws media.usenet.problem.ProblemException `SERVICE_NOT_RUNNING`
    Carrying takeBack(Carrying carrying) {
        var back = shelf.find(carrying.file());
        var kept = shelf.find(carrying.keptInstead());
        if (back.isEmpty()) {
            return carrying.now(Stage.UNDOING, "it does not know the file again yet");
        }
        for (var user : carrying.users()) {
            give(back.get(), user);
            if (kept.isPresent() && user.changed()) {
                take(kept.get(), user);
            }
        }
        return carrying.now(Stage.TAKEN_BACK, kept.isPresent() ? "" : "it no longer knows what was kept");
    }

    private void give(MediaItem item, Carried user) {
        shelf.player().state(item.id(), user.viewer()).ifPresent(now -> mark(item, user, now, now.with(user.seen())));
    }

    private void take(MediaItem item, Carried user) {
        var before = Objects.requireNonNull(user.before());
        var after = Objects.requireNonNull(user.after());
        shelf.player()
                .state(item.id(), user.viewer())
                .ifPresent(now -> mark(item, user, now, now.without(before, after)));
    }

    private void mark(MediaItem item, Carried user, WatchState now, WatchState then) {
        if (!then.equals(now)) {
            shelf.player().mark(item.id(), user.viewer(), now, then);
        }
    }

    private static List<Carried> replaced(Carrying carrying, int at, Carried user) {
        var users = new ArrayList<>(carrying.users());
        users.set(at, user);
        return users;
    }
}
