package media.usenet.drives;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import media.usenet.drives.Mounter.Shown;
import media.usenet.drives.Verdict.Attach;
import media.usenet.drives.Verdict.Bind;
import media.usenet.drives.Verdict.Detach;
import media.usenet.drives.Verdict.Stay;
import media.usenet.effect.Steps;
import media.usenet.pool.SlotName;
import media.usenet.pool.Slots;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.storage.Mounts;
import org.jspecify.annotations.Nullable;

/// Makes every slot as the rules say, whenever something was seen that may change the verdict. Each slot by itself: a
/// drive that hangs is not felt in another. One that is gone is let go of at once, whoever works on its slot.
final class SlotKeeper {

    private static final int MOST_TURNS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Roster roster;
    private final Attendance attendance;
    private final SlotBoard board;
    private final Mounter mounter;
    private final Markers markers;
    private final Detachment detachment;
    private final PoolKeeper pool;
    private final Slots slots;
    private final Mounts mounts;
    private final Flaps flaps;
    private final Map<String, Past> pasts = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Map<String, Object> detaching = new ConcurrentHashMap<>();
    private final Set<String> unsettled = ConcurrentHashMap.newKeySet();
    private volatile Map<String, String> untouchable = Map.of();

    SlotKeeper(
            Roster roster,
            Attendance attendance,
            SlotBoard board,
            Mounter mounter,
            Markers markers,
            Detachment detachment,
            PoolKeeper pool,
            Slots slots,
            Mounts mounts,
            Flaps flaps) {
        this.roster = roster;
        this.attendance = attendance;
        this.board = board;
        this.mounter = mounter;
        this.markers = markers;
        this.detachment = detachment;
        this.pool = pool;
        this.slots = slots;
        this.mounts = mounts;
        this.flaps = flaps;
    }

    /// @param names of devices that the machine lives on, with the reason
    void leaveAlone(Map<String, String> names) {
        untouchable = Map.copyOf(names);
    }

    Sight sight() {
        // In this order: a drive that is seen as mounted was seen as present before.
        var mounted = mounts.all();
        return new Sight(attendance.all(), mounted, untouchable);
    }

    /// The pool root, which no slot may hold or lie in.
    Path pool() {
        return pool.facts().root();
    }

    Path place(String slot) {
        return slots.of(new SlotName(slot));
    }

    /// Every slot whose verdict is not what the board says.
    List<String> drifted() {
        var sight = sight();
        return roster.all().stream()
                .filter(slot -> !settled(slot, sight))
                .map(KnownSlot::slot)
                .toList();
    }

    /// Makes the slot as it should be, on this thread. When another thread is at it, that one does it again at its end.
    void settle(String slot, Steps steps) {
        letGoOfWhatIsGone(slot, steps);
        unsettled.add(slot);
        var lock = lock(slot);
        while (unsettled.contains(slot) && lock.tryLock()) {
            try {
                while (unsettled.remove(slot)) {
                    roster.find(slot).ifPresent(_ -> turn(slot, steps));
                }
            } finally {
                lock.unlock();
            }
        }
    }

    /// Lets a person's command have the slot for itself; what was seen meanwhile is settled after it.
    ///
    /// @throws ProblemException `DRIVE_BUSY` while other work on the slot is under way
    <R> R alone(String slot, Steps.Work<R, ProblemException> work) {
        var lock = lock(slot);
        if (!locked(lock)) {
            throw new ProblemException(
                    Problem.DRIVE_BUSY,
                    "slot %s is being worked on".formatted(slot),
                    "wait a moment, then try again; usenet storage watch shows what happens");
        }
        try {
            return work.run();
        } finally {
            lock.unlock();
            if (unsettled.contains(slot)) {
                settle(slot, Steps.fromNow());
            }
        }
    }

    /// As [#settle], for whoever has the slot for itself; what was refused before is tried again.
    void retry(String slot, Steps steps) {
        pasts.computeIfPresent(slot, (_, past) -> past.forgiven());
        flaps.forget(slot);
        turn(slot, steps);
    }

    void forget(String slot) {
        pasts.remove(slot);
        flaps.forget(slot);
        board.forget(slot);
    }

    private void turn(String slot, Steps steps) {
        var trouble = pool.trouble();
        if (trouble.isPresent()) {
            board.set(slot, SlotState.FAILED, null, trouble.get().detail(), steps);
            return;
        }
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            var known = roster.find(slot).orElseThrow();
            switch (verdict(known, sight())) {
                case Stay stay -> {
                    board.set(slot, stay.state(), stay.device(), stay.because(), steps);
                    return;
                }
                case Attach attach -> attach(known, attach.drive(), steps);
                case Bind bind -> {
                    if (!bound(known, bind.folder(), steps)) {
                        return;
                    }
                }
                case Detach _ -> letGoOfWhatIsGone(slot, steps);
            }
        }
    }

    private Verdict verdict(KnownSlot slot, Sight sight) {
        var past = pasts.getOrDefault(slot.slot(), Past.NOTHING).flapping(flaps.tooOften(slot.slot()));
        return SlotRules.decide(slot, slots.of(slot.name()), sight, past);
    }

    private boolean settled(KnownSlot slot, Sight sight) {
        return verdict(slot, sight) instanceof Stay stay
                && board.status(slot.slot())
                        .filter(status -> status.same(stay.state(), stay.device(), stay.because()))
                        .isPresent();
    }

    private void attach(KnownSlot slot, Present drive, Steps steps) {
        try {
            slots.make(slot.name());
            // Before it is: whoever sees the mount must find it to be this one.
            pasts.compute(
                    slot.slot(), (_, past) -> known(past).mounted(drive.device().sequence(), null));
            var device = attendance.node(drive.device());
            var shown = mounter.show(
                    slot,
                    drive,
                    device,
                    slots,
                    (root, readOnly) -> markers.inspect(root, slot, drive, readOnly),
                    steps);
            pasts.compute(
                    slot.slot(), (_, past) -> known(past).mounted(drive.device().sequence(), shown.because()));
            board.set(slot.slot(), state(shown), drive.device().name(), shown.because(), steps);
            markers.mounted(slot.slot(), drive, shown.readOnly());
        } catch (ProblemException e) {
            var state = e.problem() == Problem.DRIVE_IS_A_COPY ? SlotState.CLONE : SlotState.FAILED;
            refuse(slot.slot(), drive.device().sequence(), state, e.detail() + "; " + e.remedy());
        }
    }

    /// A folder does not come and go; one that cannot be shown is tried again with every round.
    private boolean bound(KnownSlot slot, Path folder, Steps steps) {
        try {
            mounter.bind(slot, folder, slots);
            return true;
        } catch (ProblemException e) {
            board.set(slot.slot(), SlotState.FAILED, null, e.detail() + "; " + e.remedy(), steps);
            return false;
        }
    }

    private static Past known(@Nullable Past past) {
        return past == null ? Past.NOTHING : past;
    }

    private static SlotState state(Shown shown) {
        return shown.readOnly() ? SlotState.READONLY : SlotState.ONLINE;
    }

    private void refuse(String slot, long sequence, SlotState state, String because) {
        pasts.compute(slot, (_, past) -> known(past).refused(sequence, state, because));
    }

    /// Decided and done in one go, so that nobody lets go of what another thread has just mounted anew.
    private void letGoOfWhatIsGone(String slot, Steps steps) {
        synchronized (detaching.computeIfAbsent(slot, _ -> new Object())) {
            var known = roster.find(slot);
            if (known.isPresent() && verdict(known.get(), sight()) instanceof Detach detach) {
                steps.run("detach", () -> detachment.of(place(slot)));
                flaps.pulled(slot);
                if (detach.next() == SlotState.FAILED) {
                    sequence(known.get()).ifPresent(at -> refuse(slot, at, detach.next(), detach.because()));
                }
                board.set(slot, detach.next(), null, detach.because(), steps);
            }
        }
    }

    private Optional<Long> sequence(KnownSlot slot) {
        var device = board.status(slot.slot()).map(SlotStatus::device);
        return attendance.all().stream()
                .filter(drive -> device.filter(drive.device().name()::equals).isPresent())
                .map(drive -> drive.device().sequence())
                .findFirst();
    }

    private static boolean locked(ReentrantLock lock) {
        try {
            return lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private ReentrantLock lock(String slot) {
        return locks.computeIfAbsent(slot, _ -> new ReentrantLock());
    }
}
