package media.usenet.drives;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import media.usenet.effect.Steps;
import media.usenet.health.Finding;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.KernelEvent;
import media.usenet.linux.KernelEvents;
import media.usenet.linux.Uevent;

/// Has every slot looked at that what the kernel announces may concern. The thread that listens touches no device
/// itself.
///
/// Announcements may be lost, and some breaks are not announced at all: every half minute all that is seen is compared
/// with all that is wanted.
final class DriveWatch implements AutoCloseable {

    private static final Duration FIRST_LOOK = Duration.ofSeconds(10);

    private final KernelEvents kernel;
    private final Attendance attendance;
    private final SlotKeeper keeper;
    private final Roster roster;
    private final SlotBoard board;
    private final Workers workers;
    private final Rounds rounds;
    private final Listening listening;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Set<String> tried = ConcurrentHashMap.newKeySet();
    private volatile boolean begun;

    /// @param between how often all is compared with all
    DriveWatch(
            KernelEvents kernel,
            Attendance attendance,
            SlotKeeper keeper,
            Roster roster,
            SlotBoard board,
            Workers workers,
            Rounds rounds,
            Duration between) {
        this.kernel = kernel;
        this.attendance = attendance;
        this.keeper = keeper;
        this.roster = roster;
        this.board = board;
        this.workers = workers;
        this.rounds = rounds;
        this.listening = new Listening(kernel::next, this::heard, this::sweep, between);
    }

    /// Looks at everything once, for as long as the drives answer, then listens. The kernel has been listened to
    /// since before that, so nothing that comes meanwhile is missed.
    void start() throws InterruptedException {
        var overlooked = rounds.begin();
        var looked = new CountDownLatch(overlooked.size());
        overlooked.forEach(name -> workers.start(() -> {
            try {
                attendance.look(name);
            } finally {
                looked.countDown();
                if (begun) {
                    settle(keeper.drifted());
                }
            }
        }));
        // Nothing is mounted before all were seen: a drive and its copy must be seen together.
        looked.await(FIRST_LOOK.toMillis(), TimeUnit.MILLISECONDS);
        begun = true;
        settleNow(keeper.drifted());
        listening.start();
    }

    /// What is mounted stays mounted; nothing is done to it any more.
    @Override
    public void close() {
        listening.end(kernel::wake);
        try {
            kernel.close();
        } catch (ErrnoException e) {
            throw new IllegalStateException("the kernel's announcements could not be closed", e);
        }
        workers.close();
    }

    /// Why nothing is heard of drives at the moment, if so.
    Optional<Finding> trouble() {
        return listening.trouble();
    }

    private void heard(KernelEvent event) {
        switch (event) {
            case KernelEvent.Announced announced -> announced(announced.uevent());
            case KernelEvent.MountTableChanged _ -> once("mount table", () -> settle(keeper.drifted()));
            case KernelEvent.Overrun _ -> {
                board.tell(
                        DriveEvent.Kind.OVERRUN,
                        null,
                        null,
                        "announcements of the kernel were lost; everything is looked at again",
                        Steps.fromNow());
                sweep();
            }
            case KernelEvent.Quiet _ -> {}
        }
    }

    private void announced(Uevent uevent) {
        long now = System.nanoTime();
        var name = uevent.deviceName();
        if (!uevent.isBlockDevice() || name.isEmpty()) {
            return;
        }
        if (uevent.action().equals("remove")) {
            var concerned = concerned(name);
            attendance.gone(name);
            concerned.forEach(slot -> workers.start(() -> keeper.settle(slot, new Steps(now))));
        } else {
            once(name, () -> look(name, now));
        }
    }

    private void look(String name, long announced) {
        var steps = new Steps(announced);
        var before = attendance.find(name);
        var concerned = concerned(name);
        steps.run("probe", () -> attendance.look(name));
        concerned.addAll(concerned(name));
        var found = attendance.find(name);
        if (concerned.isEmpty() && !found.equals(before)) {
            found.filter(drive -> drive.id().isPresent()).ifPresent(drive -> discovered(drive, steps));
        }
        settle(concerned, steps);
    }

    private void discovered(Present drive, Steps steps) {
        var text = "%s appeared: %s, in no slot"
                .formatted(drive.title(), drive.fileSystem().type());
        board.tell(DriveEvent.Kind.DISCOVERED, null, null, text, steps);
    }

    private void sweep() {
        once("sweep", () -> {
            rounds.begin().forEach(name -> once(name, () -> look(name, System.nanoTime())));
            rounds.active().forEach(this::tryReading);
            settle(keeper.drifted());
            board.tellOfRound();
        });
    }

    /// Not again while it hangs: each try would cost a thread.
    private void tryReading(String name) {
        if (tried.add(name)) {
            workers.start(() -> {
                try {
                    if (rounds.breaks(name)) {
                        settle(slotsOn(name));
                    }
                } finally {
                    tried.remove(name);
                }
            });
        }
    }

    /// Each by itself, and waits for those whose drives answer.
    private void settleNow(List<String> slots) throws InterruptedException {
        var settled = new CountDownLatch(slots.size());
        slots.forEach(slot -> workers.start(() -> {
            try {
                keeper.settle(slot, Steps.fromNow());
            } finally {
                settled.countDown();
            }
        }));
        settled.await(FIRST_LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void settle(Iterable<String> slots) {
        slots.forEach(slot -> workers.start(() -> keeper.settle(slot, Steps.fromNow())));
    }

    private void settle(Set<String> slots, Steps steps) {
        // Nearly always one: on this thread, which saves a change of threads on the way to the mount.
        slots.forEach(slot -> keeper.settle(slot, steps));
    }

    /// The slots whose drive it is, or was, or seems to be.
    private Set<String> concerned(String device) {
        var slots = new HashSet<>(slotsOn(device));
        attendance.find(device).flatMap(Present::id).ifPresent(id -> slots.addAll(slotsFor(id)));
        return slots;
    }

    private List<String> slotsOn(String device) {
        return roster.all().stream()
                .map(KnownSlot::slot)
                .filter(slot -> board.status(slot)
                        .filter(status -> device.equals(status.device()))
                        .isPresent())
                .toList();
    }

    private List<String> slotsFor(DriveId id) {
        return roster.all().stream()
                .filter(slot -> slot.drive() != null && slot.drive().id().equals(id))
                .map(KnownSlot::slot)
                .toList();
    }

    /// Announcements of one device come in bursts: while one look is still to begin, it stands for all of them.
    private void once(String key, Runnable work) {
        if (waiting.add(key)) {
            workers.start(() -> {
                waiting.remove(key);
                work.run();
            });
        }
    }
}
