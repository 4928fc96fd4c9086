package media.usenet.trash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import media.usenet.event.Step;
import media.usenet.holders.Holders;
import media.usenet.mover.Drive;
import media.usenet.mover.DriveGone;
import media.usenet.mover.Slot;
import media.usenet.mover.SlotSource;
import media.usenet.trash.Journal.Standing;
import media.usenet.trash.Journal.State;

/// Carries out plans, takes them back, and empties what they put into the trash. One at a time; each file by
/// itself, so that what is wrong with one is no reason to leave or to lose another.
public final class Trash {

    private final SlotSource slots;
    private final Witnesses witnesses;
    private final InstantSource clock;
    private final Point.Reached reached;

    /// @param slots where each drive is, and whether it is there
    /// @param applications who can say whether a torrent or a stream uses a file
    /// @param proc `/proc` on a real host
    public Trash(SlotSource slots, List<Witness> applications, Path proc, InstantSource clock) {
        this(slots, everyone(applications, proc), clock, Point.Reached.nobody());
    }

    Trash(SlotSource slots, Witnesses witnesses, InstantSource clock, Point.Reached reached) {
        this.slots = slots;
        this.witnesses = witnesses;
        this.clock = clock;
        this.reached = reached;
    }

    private static Witnesses everyone(List<Witness> applications, Path proc) {
        var all = new ArrayList<Witness>(applications);
        all.add(new OpenFiles(new Holders(proc)));
        return new Witnesses(all);
    }

    /// The file as it is now, to be planned with.
    ///
    /// @throws IOException also where it is no plain file, or is reached over a link
    public Seen look(String slot, String name) throws IOException {
        var asked = new Seen(slot, name, 0, clock.instant(), 0);
        try (var drive = Drive.open(slot, slots);
                var file = FileOnDrive.open(drive, asked)) {
            var now = file.stat().filter(Stat::regular).orElseThrow(() -> new IOException("no file: " + asked));
            return new Seen(slot, name, now.bytes(), now.modified(), now.inode());
        }
    }

    /// Does what has not been done yet.
    ///
    /// @param unasked questions that the user answered himself, by naming them
    /// @param lastLook at each file that is taken now, right before that
    public synchronized List<ActOutcome> apply(
            Plan plan, Set<Question> unasked, LastLook lastLook, Consumer<Step> tell) {
        return each(plan.acts(), tell, act -> apply(plan.id(), act, unasked, lastLook));
    }

    private ActOutcome apply(String plan, Act act, Set<Question> unasked, LastLook lastLook)
            throws IOException, Refusal {
        try (var drive = Drive.open(act.loser().slot(), slots)) {
            var journal = new Journal(drive, plan, clock);
            settle(plan, drive, journal);
            if (stands(journal, act, State.DONE)) {
                return ActOutcome.done(act);
            }
            if (stands(journal, act, State.EMPTIED)) {
                throw new Refusal("it was taken and deleted before");
            }
            try (var keeping = Drive.open(act.kept().slot(), slots)) {
                new Taking(plan, journal, drive, keeping, witnesses, unasked, lastLook, reached).take(act);
                return ActOutcome.done(act);
            } catch (DriveGone e) {
                throw e;
            } catch (Refusal | IOException e) {
                settle(plan, drive, journal);
                throw e;
            }
        }
    }

    /// Gives every file of the plan that is in the trash its place back.
    ///
    /// @param acts those of the plan, or of what its journals tell where the plan is not known
    public synchronized List<ActOutcome> undo(String plan, List<Act> acts, Consumer<Step> tell) {
        return each(acts.reversed(), tell, act -> undo(plan, act)).reversed();
    }

    private ActOutcome undo(String plan, Act act) throws IOException, Refusal {
        try (var drive = Drive.open(act.loser().slot(), slots)) {
            var journal = new Journal(drive, plan, clock);
            settle(plan, drive, journal);
            if (stands(journal, act, State.EMPTIED)) {
                throw new Refusal("it was deleted from the trash: nothing can bring it back");
            }
            if (stands(journal, act, State.DONE) || stands(journal, act, State.MISSING)) {
                restore(plan, act, drive, journal);
            }
            journal.tidy();
            return ActOutcome.done(act);
        }
    }

    private void restore(String plan, Act act, Drive drive, Journal journal) throws IOException, Refusal {
        journal.now(act, State.UNDOING);
        reached.at(Point.UNDO_BEGUN, act);
        settle(plan, drive, journal);
        reached.at(Point.UNDONE, act);
        if (stands(journal, act, State.DONE)) {
            throw new Refusal("another file has its name now; move that away, then undo again");
        }
        if (stands(journal, act, State.MISSING)) {
            throw new Refusal("it is neither at its place nor in the trash: look at the drive");
        }
    }

    /// Deletes those entries for good, each after what was kept instead was read once more.
    public synchronized List<ActOutcome> empty(List<TrashEntry> entries, Consumer<Step> tell) {
        var outcomes = new ArrayList<ActOutcome>();
        for (var entry : entries) {
            outcomes.addAll(each(List.of(entry.act()), tell, act -> empty(entry.plan(), act)));
        }
        return outcomes;
    }

    private ActOutcome empty(String plan, Act act) throws IOException, Refusal {
        try (var drive = Drive.open(act.loser().slot(), slots);
                var keeping = Drive.open(act.kept().slot(), slots)) {
            var journal = new Journal(drive, plan, clock);
            settle(plan, drive, journal);
            if (!stands(journal, act, State.DONE)) {
                throw new Refusal("it is not in the trash any more");
            }
            if (act.kind() == Act.Kind.REFLINK) {
                journal.now(act, State.EMPTIED);
            } else {
                new Emptying(plan, journal, drive, keeping, reached).empty(act);
            }
            journal.tidy();
            return ActOutcome.done(act);
        }
    }

    /// What is in the trash of every drive.
    ///
    /// @param unread the slots whose drives could not be read
    public record Contents(List<TrashEntry> entries, List<String> unread) {

        public Contents {
            entries = List.copyOf(entries);
            unread = List.copyOf(unread);
        }
    }

    /// Waits for nobody: what is under way shows as far as it is.
    public Contents contents() {
        var entries = new ArrayList<TrashEntry>();
        var unread = new ArrayList<String>();
        for (var slot : slots.slots()) {
            try {
                entries.addAll(entries(slot));
            } catch (IOException _) {
                unread.add(slot.name());
            }
        }
        return new Contents(entries, unread);
    }

    private List<TrashEntry> entries(Slot slot) throws IOException {
        var entries = new ArrayList<TrashEntry>();
        try (var drive = Drive.open(slot.name(), slots)) {
            for (var plan : TrashFolders.plans(drive)) {
                new Journal(drive, plan, clock)
                        .standing().stream()
                                .filter(Standing::inTrash)
                                .forEach(act -> entries.add(new TrashEntry(plan, act.act(), act.since())));
            }
        }
        return entries;
    }

    /// Completes or takes back whatever was broken off, on the drives that are there.
    public synchronized void settle() {
        for (var slot : slots.slots()) {
            if (slot.writable()) {
                settle(slot);
            }
        }
    }

    private void settle(Slot slot) {
        try (var drive = Drive.open(slot.name(), slots)) {
            for (var plan : TrashFolders.plans(drive)) {
                var journal = new Journal(drive, plan, clock);
                settle(plan, drive, journal);
                journal.tidy();
            }
        } catch (IOException _) {
            // The journal has it, and it is tried again before anything else is done there.
        }
    }

    private void settle(String plan, Drive drive, Journal journal) throws IOException {
        for (var standing : journal.standing()) {
            if (standing.open()) {
                new Settlement(plan, drive, journal, reached).settle(standing);
            }
        }
    }

    private static boolean stands(Journal journal, Act act, State state) throws IOException {
        return journal.standing().stream()
                .anyMatch(
                        standing -> standing.state() == state && standing.act().equals(act));
    }

    private interface Work {
        ActOutcome on(Act act) throws IOException, Refusal;
    }

    private List<ActOutcome> each(List<Act> acts, Consumer<Step> tell, Work work) {
        var outcomes = new ArrayList<ActOutcome>();
        for (var act : acts) {
            var outcome = outcome(act, work);
            outcomes.add(outcome);
            tell.accept(new Step(
                    act.loser().toString(),
                    outcome.because().isEmpty() ? "done" : outcome.because(),
                    (long) outcomes.size(),
                    (long) acts.size(),
                    "files"));
        }
        return outcomes;
    }

    private static ActOutcome outcome(Act act, Work work) {
        try {
            return work.on(act);
        } catch (Refusal e) {
            return ActOutcome.refused(act, e.because());
        } catch (DriveGone e) {
            return ActOutcome.waits(act, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return ActOutcome.refused(act, "%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage()));
        }
    }
}
