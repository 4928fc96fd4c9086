package media.usenet.union;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import media.usenet.effect.Steps;
import media.usenet.host.StateFile;
import media.usenet.mover.Slot;
import media.usenet.mover.SlotSource;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.union.Branch.Mode;
import media.usenet.union.PoolReport.State;

/// The union of this machine: what is wanted of it, kept in a file, and made so. Safe for several threads.
public final class Union {

    private final MergerFs mergerFs;
    private final SlotSource slots;
    private final StateFile<UnionSettings> file;
    private final HoldKeeper hold;

    Union(MergerFs mergerFs, SlotSource slots, Path file, HoldKeeper hold) {
        this.mergerFs = mergerFs;
        this.slots = slots;
        this.file = new StateFile<>(file, UnionSettings.class);
        this.hold = hold;
    }

    synchronized Optional<UnionSettings> settings() {
        return file.read();
    }

    UnionSettings require() {
        return settings()
                .orElseThrow(() -> new ProblemException(
                        Problem.UNION_NOT_FOUND,
                        "there is no union of drives",
                        "make one: usenet storage pool create SLOT SLOT ..."));
    }

    synchronized State state() {
        var point = point(require());
        return !mergerFs.isMounted(point) ? State.MISSING : mergerFs.answers(point) ? State.ONLINE : State.DEAD;
    }

    /// The slots named, all of which must be there.
    List<Slot> require(List<String> names) {
        return names.stream().map(this::require).toList();
    }

    Slot require(String name) {
        return slots.find(name)
                .orElseThrow(() -> new ProblemException(
                        Problem.SLOT_NOT_FOUND,
                        "there is no slot '%s'".formatted(name),
                        "list them with: usenet storage list"));
    }

    synchronized void create(UnionSettings settings, Steps steps) {
        file.read().ifPresent(other -> {
            throw new ProblemException(
                    Problem.UNION_EXISTS,
                    "there is a union already, at " + other.slot(),
                    "change its branches, or remove it first");
        });
        require(settings.branches());
        steps.run("mount", () -> mergerFs.mount(slots.place(settings.slot()), branches(settings), settings));
        file.write(settings);
        settings.branches().stream().filter(branch -> !isOnline(branch)).forEach(hold::missing);
    }

    /// Changes what is wanted, and the running union with it.
    synchronized void change(UnionSettings wanted, Steps steps) {
        var before = require();
        var point = point(wanted);
        if (state() != State.ONLINE) {
            steps.run("remount", this::remount);
        }
        steps.run("branches", () -> mergerFs.setBranches(point, branches(wanted)));
        if (!before.with(wanted.createPolicy(), wanted.minFreeBytes(), wanted.moveOnNoSpace())
                .equals(before)) {
            steps.run("policy", () -> mergerFs.setPolicy(point, wanted));
        }
        file.write(wanted);
        wanted.branches().stream().filter(branch -> !isOnline(branch)).forEach(hold::missing);
        before.branches().stream()
                .filter(branch -> !wanted.branches().contains(branch))
                .forEach(hold::returned);
    }

    synchronized void remove(Steps steps) {
        var settings = require();
        steps.run("detach", () -> mergerFs.detach(point(settings)));
        file.delete();
        hold.end();
    }

    /// A drive went: its branch is taken out, so that the union does not ask a dead drive, and the hold begins.
    public synchronized void missing(String slot) {
        member(slot).ifPresent(settings -> {
            hold.missing(slot);
            apply(settings);
        });
    }

    /// A drive is back at its slot: its branch is put back, and the hold ends with the last.
    public synchronized void returned(String slot) {
        member(slot).ifPresent(settings -> {
            apply(settings);
            hold.returned(slot);
        });
    }

    /// Makes the union what it should be: mounted, with an answering program and the branches that are there. To be
    /// asked at the start and whenever the storage is looked over.
    public synchronized void reconcile() {
        settings().ifPresent(settings -> {
            apply(settings);
            for (var branch : settings.branches()) {
                if (isOnline(branch)) {
                    hold.returned(branch);
                } else {
                    hold.missing(branch);
                }
            }
        });
    }

    private void apply(UnionSettings settings) {
        var point = point(settings);
        var present = present(settings);
        if (state() != State.ONLINE) {
            remount();
        } else if (!present.isEmpty() && !mergerFs.branches(point).equals(present)) {
            mergerFs.setBranches(point, present);
        }
    }

    /// Also over a dead one: containers that bound the pool with `rslave` see the new mount without a restart.
    synchronized void remount() {
        var settings = require();
        var point = point(settings);
        mergerFs.detach(point);
        mergerFs.mount(slots.place(settings.slot()), branches(settings), settings);
    }

    private Optional<UnionSettings> member(String slot) {
        return settings().filter(settings -> settings.branches().contains(slot));
    }

    private List<Branch> branches(UnionSettings settings) {
        var present = present(settings);
        // mergerfs takes no empty list; on the guard every branch answers EROFS.
        return present.isEmpty() ? all(settings) : present;
    }

    private List<Branch> present(UnionSettings settings) {
        var all = all(settings);
        return settings.branches().stream()
                .filter(this::isOnline)
                .map(branch -> all.get(settings.branches().indexOf(branch)))
                .toList();
    }

    private List<Branch> all(UnionSettings settings) {
        return settings.branches().stream()
                .map(this::require)
                .map(slot -> new Branch(slot.path(), mode(settings, slot)))
                .toList();
    }

    static Mode mode(UnionSettings settings, Slot slot) {
        return slot.readOnly() ? Mode.RO : settings.closed().contains(slot.name()) ? Mode.NC : Mode.RW;
    }

    private boolean isOnline(String slot) {
        return slots.find(slot).filter(Slot::online).isPresent();
    }

    private Path point(UnionSettings settings) {
        return slots.place(settings.slot());
    }
}
