package media.usenet.duplicates;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import media.usenet.duplicates.DuplicateEvent.Watched;
import media.usenet.event.EventLog;
import media.usenet.event.Result;
import media.usenet.mover.Slot;
import media.usenet.mover.SlotSource;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.trash.Act;
import media.usenet.trash.LastLook;
import media.usenet.trash.Seen;
import media.usenet.trash.Trash;
import media.usenet.watched.Carrying;
import media.usenet.watched.Carrying.Stage;
import media.usenet.watched.Fate;
import media.usenet.watched.Fate.Taken;
import media.usenet.watched.WatchStates;

/// What people watched, beside what becomes of the files: read at the last look, carried when a file is gone,
/// and told.
final class Watching {

    private final WatchStates states;
    private final Trash trash;
    private final SlotSource places;
    private final EventLog<DuplicateEvent> events;
    private final InstantSource clock;

    Watching(WatchStates states, Trash trash, SlotSource places, EventLog<DuplicateEvent> events, InstantSource clock) {
        this.states = states;
        this.trash = trash;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /// A file whose name goes on to mean the same bytes is watched as before.
    LastLook lastLook(String plan) {
        var reader = states.reader(plan);
        return act -> {
            if (act.kind() == Act.Kind.TRASH) {
                reader.read(act.number(), path(act.loser()), path(act.kept()));
            }
        };
    }

    List<Carrying> of(String plan) {
        return states.of(plan);
    }

    /// Carries what waits, of all plans.
    List<Carrying> settle() {
        return told(states.settle(fate()));
    }

    List<Carrying> undo(String plan, List<Integer> acts) {
        return told(states.undo(plan, acts));
    }

    private List<Carrying> told(List<Carrying> carryings) {
        for (var carrying : carryings) {
            events.tell(new Watched(
                    clock.instant(),
                    carrying.plan(),
                    carrying.file(),
                    carrying.keptInstead(),
                    carrying.application(),
                    carrying.stage(),
                    carrying.names(),
                    carrying.text()));
        }
        return carryings;
    }

    private Fate fate() {
        var contents = trash.contents();
        var taken = contents.entries().stream()
                .map(entry -> key(entry.plan(), entry.act().number()))
                .collect(Collectors.toSet());
        var unread = places.slots().stream()
                .filter(slot -> contents.unread().contains(slot.name()))
                .map(Slot::path)
                .toList();
        return carrying -> {
            if (taken.contains(key(carrying.plan(), carrying.act()))) {
                return Taken.YES;
            }
            return unread.stream().anyMatch(carrying.file()::startsWith) ? Taken.UNKNOWN : outOfTrash(carrying);
        };
    }

    /// Neither in the trash nor at its place, a file was emptied.
    private static Taken outOfTrash(Carrying carrying) {
        return Files.exists(carrying.file(), LinkOption.NOFOLLOW_LINKS) ? Taken.NO : Taken.YES;
    }

    private static String key(String plan, int act) {
        return plan + " " + act;
    }

    private Path path(Seen seen) {
        return Duplicates.path(places, seen);
    }

    /// What became of the files, and what of what was watched of them.
    static Result with(Result files, List<Carrying> carryings) {
        var done = new ArrayList<>(files.done());
        var waits = new ArrayList<>(files.failed());
        Optional<ProblemException> reason = files.reason();
        for (var carrying : carryings) {
            var line = "%s: %s".formatted(carrying.file().getFileName(), carrying.text());
            if (carrying.stage().waits()) {
                waits.add(line);
                reason = reason.or(() -> Optional.of(waiting(line)));
            } else if (carrying.stage() != Stage.NOTHING) {
                done.add(line);
            }
        }
        return new Result(done, waits, reason, files.suspended());
    }

    private static ProblemException waiting(String line) {
        return new ProblemException(
                Problem.WATCH_STATE_WAITS,
                line,
                "it is written down, and tried again with the next scan, apply or undo, and when the controller starts;"
                        + " see how it stands: usenet media duplicates show PLAN");
    }
}
