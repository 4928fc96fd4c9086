package media.usenet.drives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import media.usenet.drives.Who.Held;
import media.usenet.effect.Change;
import media.usenet.effect.Effect;
import media.usenet.effect.Steps;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.linux.Errno;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.MountCalls;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.storage.Mount;

/// Lets a drive go, so that it can be pulled: everything written, nothing held.
final class Eject {

    private static final long LOOK_AGAIN = Duration.ofMillis(20).toNanos();
    private static final Duration LETTING_GO = Duration.ofSeconds(1);

    private final Roster roster;
    private final Attendance attendance;
    private final SlotKeeper keeper;
    private final SlotBoard board;
    private final MountCalls calls;
    private final Who who;
    private final Workers workers;
    private final Duration limit;
    private final Path sysfs;

    /// @param limit how long a drive may take, beside the patience with its users
    Eject(
            Roster roster,
            Attendance attendance,
            SlotKeeper keeper,
            SlotBoard board,
            MountCalls calls,
            Who who,
            Workers workers,
            Duration limit,
            Path sysfs) {
        this.roster = roster;
        this.attendance = attendance;
        this.keeper = keeper;
        this.board = board;
        this.calls = calls;
        this.who = who;
        this.workers = workers;
        this.limit = limit;
        this.sysfs = sysfs;
    }

    /// How a drive is to be let go.
    ///
    /// @param force takes it from whoever uses it, after all was written
    /// @param patience how long users may take to let go of it; not used with `force`
    /// @param power whether the device is switched off after it
    record Manner(boolean force, Duration patience, boolean power) {

        /// A folder's file system and disk are the machine's own: neither is to be ended with the slot.
        Manner of(KnownSlot slot) {
            return slot.drive() == null ? new Manner(force, patience, false) : this;
        }
    }

    Change preview(KnownSlot slot, Manner asked) {
        var manner = asked.of(slot);
        var steps = new ArrayList<String>();
        steps.add("write everything that is cached for it");
        steps.add(
                manner.force()
                        ? "take it from whoever uses it; they get input/output errors from then on"
                        : "unmount it, waiting up to %d s for whoever uses it"
                                .formatted(manner.patience().toSeconds()));
        if (manner.power()) {
            steps.add("flush the device and switch it off, if it can be");
        }
        var held = who.holds(slot);
        var findings = new ArrayList<Finding>();
        held.holders().stream().map(Eject::inUse).forEach(findings::add);
        held.unseen().ifPresent(findings::add);
        return new Change(verb(manner), slot.title(), slot.slot(), steps, findings, command(slot, manner));
    }

    private static Finding inUse(Effect.Holder holder) {
        return new Finding(
                "DRIVE_IN_USE",
                Severity.WARNING,
                "%s (pid %d) holds %s".formatted(name(holder), holder.pid(), holder.path()),
                "stop it, or use --force");
    }

    /// What is in use stays as it was; the outcome then names its holders.
    ///
    /// @throws ProblemException `DRIVE_NOT_FOUND`, `DRIVE_HANGS`, `DRIVE_NOT_MOUNTED`
    Effect apply(KnownSlot slot, Manner asked) {
        var manner = asked.of(slot);
        return workers.ask(
                verb(manner) + " " + slot.slot(),
                limit.plus(manner.patience()),
                () -> keeper.alone(slot.slot(), () -> letGo(slot, manner)));
    }

    private Effect letGo(KnownSlot slot, Manner manner) {
        var steps = Steps.fromNow();
        var sight = keeper.sight();
        var mount = sight.at(keeper.place(slot.slot()));
        if (mount.isEmpty()) {
            return notMounted(slot, manner, steps);
        }
        var drive = slot.drive() == null ? Optional.<Present>empty() : sight.beneath(mount.get());
        var device = board.status(slot.slot()).map(SlotStatus::device).orElse(null);
        roster.change(slot.slot(), known -> wanting(known, manner, drive));
        board.set(slot.slot(), SlotState.EJECTING, device, null, steps);
        try {
            if (!released(slot, mount.get(), manner, steps)) {
                takeBack(slot, steps);
                return busy(slot, mount.get(), manner, steps);
            }
        } catch (ProblemException e) {
            takeBack(slot, steps);
            throw e;
        }
        return gone(slot, mount.get(), drive, manner, steps);
    }

    private Effect gone(KnownSlot slot, Mount mount, Optional<Present> drive, Manner manner, Steps steps) {
        boolean free = drive.isEmpty() || steps.time("flush", () -> flushed(drive.get()));
        var state = manner.power() ? SlotState.EJECTED : SlotState.UNMOUNTED;
        var held = free ? Held.BY_NOBODY : who.holds(mount.number());
        if (free && manner.power()) {
            drive.ifPresent(this::switchOff);
        }
        keeper.settle(slot.slot(), steps);
        var text = !free
                ? "%s is unmounted, but its device is still held: do not pull it yet".formatted(slot.slot())
                : manner.power() ? slot.slot() + " is safe to remove" : slot.slot() + " is unmounted";
        return new Effect(
                slot.slot(),
                state.name(),
                text,
                manner.power() ? free : null,
                steps.all(),
                held.holders(),
                held.unseen().stream().toList());
    }

    private Effect notMounted(KnownSlot slot, Manner manner, Steps steps) {
        var drive = slot.drive();
        var present = drive == null ? List.<Present>of() : keeper.sight().with(drive.id());
        if (drive != null && present.isEmpty()) {
            throw new ProblemException(
                    Problem.DRIVE_NOT_FOUND,
                    "the drive of slot %s is not there".formatted(slot.slot()),
                    "usenet storage list");
        }
        roster.change(
                slot.slot(), known -> wanting(known, manner, present.stream().findFirst()));
        keeper.settle(slot.slot(), steps);
        boolean free = present.stream().allMatch(this::free);
        var state = manner.power() ? SlotState.EJECTED : SlotState.UNMOUNTED;
        var text = !free
                ? slot.slot() + " is not mounted, but its device is held"
                : manner.power() ? slot.slot() + " is safe to remove" : slot.slot() + " is unmounted";
        return new Effect(
                slot.slot(), state.name(), text, manner.power() ? free : null, steps.all(), List.of(), List.of());
    }

    private void takeBack(KnownSlot slot, Steps steps) {
        roster.change(slot.slot(), known -> known.wanting(Wanted.MOUNTED));
        keeper.settle(slot.slot(), steps);
    }

    /// @return false when it is in use for longer than was to be waited
    private boolean released(KnownSlot slot, Mount mount, Manner manner, Steps steps) {
        var place = mount.point();
        try {
            steps.run("sync", () -> calls.sync(place));
            if (manner.force()) {
                if (slot.drive() != null) {
                    steps.run("shut down", () -> shutDown(place));
                }
                steps.run("unmount", () -> calls.detach(place));
                return true;
            }
            return steps.time("unmount", () -> unmounted(place, manner.patience()));
        } catch (ErrnoException e) {
            throw new ProblemException(
                    Problem.DRIVE_NOT_MOUNTED,
                    "cannot let go of slot %s: %s".formatted(slot.slot(), e.getMessage()),
                    "if it was pulled meanwhile, plug it in again; it comes back by itself",
                    e);
        }
    }

    /// Where the file system cannot be shut down, what was synced is on the drive, and what is written by those who
    /// still hold it keeps the device held, which is told.
    private void shutDown(Path place) throws ErrnoException {
        try {
            calls.shutDown(place);
        } catch (ErrnoException e) {
            if (e.errno() != Errno.ENOTTY && e.errno() != Errno.EOPNOTSUPP && e.errno() != Errno.EINVAL) {
                throw e;
            }
        }
    }

    private boolean unmounted(Path place, Duration patience) throws ErrnoException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                calls.unmount(place);
                return true;
            } catch (ErrnoException e) {
                if (e.errno() != Errno.EBUSY) {
                    throw e;
                }
                if (System.nanoTime() - end >= 0) {
                    return false;
                }
                LockSupport.parkNanos(LOOK_AGAIN);
            }
        }
    }

    private Effect busy(KnownSlot slot, Mount mount, Manner manner, Steps steps) {
        var held = who.holds(mount.number());
        var text = "%s is in use after %d s of waiting; nothing was changed"
                .formatted(slot.slot(), manner.patience().toSeconds());
        var findings = new ArrayList<Finding>();
        findings.add(new Finding(
                Problem.DRIVE_BUSY.name(),
                Severity.ERROR,
                "%d programs hold files on %s"
                        .formatted(
                                held.holders().stream()
                                        .map(Effect.Holder::pid)
                                        .distinct()
                                        .count(),
                                slot.slot()),
                "stop them, wait longer with --timeout 5m, or: usenet storage eject %s --force"
                        .formatted(slot.slot())));
        held.unseen().ifPresent(findings::add);
        var state = board.state(slot.slot()).orElse(SlotState.ONLINE);
        return new Effect(slot.slot(), state.name(), text, false, steps.all(), held.holders(), findings);
    }

    private boolean flushed(Present drive) {
        try {
            calls.flushBuffers(attendance.node(drive.device()));
        } catch (ErrnoException e) {
            throw new ProblemException(
                    Problem.DRIVE_NOT_MOUNTED,
                    "%s was unmounted, but flushing it failed: %s".formatted(drive.title(), e.getMessage()),
                    "do not rely on what was written last; check the drive",
                    e);
        }
        long end = System.nanoTime() + LETTING_GO.toNanos();
        while (!free(drive) && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LOOK_AGAIN / 4);
        }
        return free(drive);
    }

    private boolean free(Present drive) {
        try {
            return drive.device().holders().isEmpty() && calls.isFree(attendance.node(drive.device()));
        } catch (ErrnoException _) {
            // A device that cannot be opened is not one that is known to be free.
            return false;
        }
    }

    /// What the kernel offers for disks that can be unplugged: it parks the heads and lets go of the port. Not while
    /// another partition of the disk is in use.
    private void switchOff(Present drive) {
        var device = drive.device();
        var delete = sysfs.resolve("block").resolve(device.disk()).resolve("device/delete");
        boolean others = attendance.all().stream()
                .filter(other -> other.device().disk().equals(device.disk()))
                .anyMatch(other -> !other.equals(drive) && !free(other));
        if (!others && Files.isWritable(delete)) {
            try {
                Files.writeString(delete, "1");
            } catch (IOException e) {
                throw new ProblemException(
                        Problem.DRIVE_NOT_MOUNTED,
                        "%s is unmounted and clean, but did not switch off: %s"
                                .formatted(drive.title(), e.getMessage()),
                        "wait until its lamp is dark, then pull it",
                        e);
            }
        }
    }

    private static KnownSlot wanting(KnownSlot slot, Manner manner, Optional<Present> drive) {
        return manner.power() && drive.isPresent()
                ? slot.ejected(drive.get().device().sequence())
                : slot.wanting(Wanted.UNMOUNTED);
    }

    private static String verb(Manner manner) {
        return manner.power() ? "eject" : "unmount";
    }

    private static String command(KnownSlot slot, Manner manner) {
        return "usenet storage %s %s%s".formatted(verb(manner), slot.slot(), manner.force() ? " --force" : "");
    }

    private static String name(Effect.Holder holder) {
        return holder.service() != null
                ? holder.service()
                : holder.container() != null ? holder.container() : holder.program();
    }
}
