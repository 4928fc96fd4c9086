package media.usenet.drives;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import media.usenet.drives.DriveEvent.Kind;
import media.usenet.drives.Eject.Manner;
import media.usenet.effect.Change;
import media.usenet.effect.Effect;
import media.usenet.effect.Steps;
import media.usenet.linux.MountCalls;
import media.usenet.pool.Slots;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// What a person may ask of a slot beside adding and ejecting its drive.
final class DriveCommands {

    private static final Manner GENTLY = new Manner(false, Duration.ofSeconds(10), false);

    private final Roster roster;
    private final SlotKeeper keeper;
    private final SlotBoard board;
    private final Slots slots;
    private final Eject eject;
    private final MountCalls calls;
    private final Workers workers;
    private final Duration limit;

    /// @param limit how long a drive may take
    DriveCommands(
            Roster roster,
            SlotKeeper keeper,
            SlotBoard board,
            Slots slots,
            Eject eject,
            MountCalls calls,
            Workers workers,
            Duration limit) {
        this.roster = roster;
        this.keeper = keeper;
        this.board = board;
        this.slots = slots;
        this.eject = eject;
        this.calls = calls;
        this.workers = workers;
        this.limit = limit;
    }

    Change previewMount(KnownSlot slot) {
        var steps = List.of("mount it at " + keeper.place(slot.slot()));
        return new Change("mount", slot.title(), slot.slot(), steps, List.of(), "usenet storage mount " + slot.slot());
    }

    /// Mounts what was unmounted or ejected, and tries again what was refused.
    ///
    /// @throws ProblemException `DRIVE_NOT_MOUNTED`
    Effect mount(KnownSlot slot) {
        var name = slot.slot();
        return workers.ask(
                "mounting " + name,
                limit,
                () -> keeper.alone(name, () -> {
                    var steps = Steps.fromNow();
                    roster.change(name, known -> known.wanting(Wanted.MOUNTED));
                    keeper.retry(name, steps);
                    var status = board.status(name).orElseThrow();
                    if (!status.state().readable()) {
                        throw new ProblemException(
                                Problem.DRIVE_NOT_MOUNTED,
                                "slot %s is not mounted: %s".formatted(name, status.because()),
                                "settle that, then: usenet storage mount " + name);
                    }
                    return Effect.of(name, status.state(), name + " is mounted", steps, List.of());
                }));
    }

    Change previewRemove(KnownSlot slot) {
        var steps = new ArrayList<String>();
        if (board.state(slot.slot()).filter(SlotState::readable).isPresent()) {
            steps.add("unmount it from " + keeper.place(slot.slot()));
        }
        steps.add("forget that slot %s is its place; all that is on it stays".formatted(slot.slot()));
        return new Change(
                "remove",
                slot.title(),
                slot.slot(),
                steps,
                List.of(),
                "usenet storage remove %s --yes".formatted(slot.slot()));
    }

    /// @throws ProblemException `DRIVE_BUSY` while anyone uses it
    Effect remove(KnownSlot slot) {
        var name = slot.slot();
        if (board.state(name).filter(SlotState::readable).isPresent()) {
            eject.apply(slot, GENTLY);
            requireUnmounted(name);
        }
        return workers.ask(
                "removing " + name,
                limit,
                () -> keeper.alone(name, () -> {
                    var steps = Steps.fromNow();
                    roster.remove(name);
                    slots.remove(slot.name());
                    var text = "slot %s is given up; all that is on %s stays".formatted(name, slot.title());
                    board.tell(Kind.REMOVED, name, null, text, steps);
                    keeper.forget(name);
                    return Effect.of(name, SlotState.UNMOUNTED, text, steps, List.of());
                }));
    }

    private void requireUnmounted(String slot) {
        if (board.state(slot).filter(SlotState::readable).isPresent()) {
            throw new ProblemException(
                    Problem.DRIVE_BUSY,
                    "slot %s is in use".formatted(slot),
                    "see who uses it, and stop them: usenet storage who " + slot);
        }
    }

    Change previewSync(List<KnownSlot> wanted) {
        var names = wanted.stream().map(KnownSlot::slot).toList();
        var steps = names.stream()
                .map(name -> "write everything cached for " + name)
                .toList();
        return new Change(
                "sync",
                String.join(", ", names),
                null,
                steps,
                List.of(),
                "usenet storage sync " + String.join(" ", names));
    }

    /// Writes everything that is cached for those slots to their drives; each by itself, and all but those that hang.
    ///
    /// @throws ProblemException `DRIVE_HANGS`
    Effect sync(List<KnownSlot> wanted) {
        var steps = Steps.fromNow();
        var hanging = new ArrayList<ProblemException>();
        for (var slot : wanted) {
            try {
                steps.run(slot.slot(), () -> sync(slot));
            } catch (ProblemException e) {
                hanging.add(e);
            }
        }
        if (!hanging.isEmpty()) {
            throw hanging.getFirst();
        }
        var names = String.join(", ", wanted.stream().map(KnownSlot::slot).toList());
        return Effect.of(
                names, SlotState.ONLINE, "everything written so far is on the drive: " + names, steps, List.of());
    }

    private void sync(KnownSlot slot) {
        workers.ask("writing what is cached for " + slot.slot(), limit, () -> {
            calls.sync(keeper.place(slot.slot()));
            return slot;
        });
    }
}
