package media.usenet.union;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import media.usenet.effect.Change;
import media.usenet.effect.Effect;
import media.usenet.effect.Steps;
import media.usenet.event.Operation;
import media.usenet.health.Finding;
import media.usenet.mover.MoveJob;
import media.usenet.mover.MoveJobs;
import media.usenet.mover.SlotSource;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.union.PoolReport.BranchReport;
import media.usenet.union.PoolReport.UnionReport;
import org.jspecify.annotations.Nullable;

/// What can be asked about the union and done with it: each as a preview, and for real.
final class UnionCommands {

    private static final double USUAL_PERCENT = 5;

    private final Union union;
    private final SlotSource slots;
    private final MoveJobs jobs;
    private final HoldKeeper hold;

    UnionCommands(Union union, SlotSource slots, MoveJobs jobs, HoldKeeper hold) {
        this.union = union;
        this.slots = slots;
        this.jobs = jobs;
        this.hold = hold;
    }

    PoolReport report() {
        var settings = union.settings();
        var findings = new ArrayList<Finding>();
        settings.ifPresent(wanted -> findings.addAll(UnionFindings.of(wanted, slots.slots())));
        jobs.waiting().ifPresent(findings::add);
        return new PoolReport(settings.map(this::report).orElse(null), hold.current(), findings);
    }

    private UnionReport report(UnionSettings settings) {
        var branches = settings.branches().stream()
                .map(union::require)
                .map(slot -> new BranchReport(slot.name(), Union.mode(settings, slot), slot.online()))
                .toList();
        return new UnionReport(
                settings.slot(),
                union.state(),
                settings.createPolicy(),
                settings.minFreeBytes(),
                settings.moveOnNoSpace(),
                branches);
    }

    /// A change of the union that is understood and possible, but not made.
    record Planned(Change change, UnionSettings wanted) {}

    Planned create(@Nullable List<String> branches, @Nullable String policy, @Nullable Long minFreeBytes) {
        if (branches == null
                || Set.copyOf(branches).size() < 2
                || Set.copyOf(branches).size() < branches.size()) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST,
                    "a union needs two different slots or more",
                    "name them: {\"slots\": [\"films\", \"travel\"]}");
        }
        union.require(branches);
        var wanted = new UnionSettings(
                UnionSettings.USUAL_SLOT,
                branches,
                Set.of(),
                policy == null ? CreatePolicy.USUAL : policy,
                minFree(minFreeBytes, UnionSettings.USUAL_MIN_FREE),
                true);
        var step = "show %s as one tree at %s".formatted(String.join(" and ", branches), wanted.slot());
        return planned("pool create", wanted, step, "usenet storage pool create " + String.join(" ", branches));
    }

    Planned add(@Nullable String slot) {
        var wanted = union.require().with(union.require(named(slot)).name());
        return planned("pool add", wanted, "show what is on %s too".formatted(slot), "usenet storage pool add " + slot);
    }

    Planned drop(String slot) {
        var settings = union.require();
        if (!settings.branches().contains(slot)) {
            throw new ProblemException(
                    Problem.SLOT_NOT_FOUND,
                    "%s is no branch of the union".formatted(slot),
                    "its branches are: " + String.join(", ", settings.branches()));
        }
        if (settings.branches().size() == 1) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST, slot + " is its last branch", "remove the union instead");
        }
        var step = "show nothing of %s any more; its files stay on it".formatted(slot);
        return planned("pool drop", settings.without(slot), step, "usenet storage pool drop " + slot);
    }

    Planned policy(@Nullable String policy, @Nullable Long minFreeBytes, @Nullable Boolean moveOnNoSpace) {
        var settings = union.require();
        var wanted = settings.with(
                policy == null ? settings.createPolicy() : policy,
                minFree(minFreeBytes, settings.minFreeBytes()),
                moveOnNoSpace == null ? settings.moveOnNoSpace() : moveOnNoSpace);
        var step = "new files go by %s, to drives with more than %d bytes free"
                .formatted(wanted.createPolicy(), wanted.minFreeBytes());
        return planned("pool policy", wanted, step, "usenet storage pool policy " + wanted.createPolicy());
    }

    Planned remove() {
        var settings = union.require();
        var step = "show no union any more; all files stay where they are";
        return planned("pool remove", settings, step, "usenet storage pool remove");
    }

    private Planned planned(String command, UnionSettings wanted, String step, String next) {
        return new Planned(
                new Change(
                        command,
                        "the union of " + String.join(" and ", wanted.branches()),
                        wanted.slot(),
                        List.of(step),
                        UnionFindings.of(wanted, slots.slots()),
                        next),
                wanted);
    }

    Effect apply(Planned planned) {
        var wanted = planned.wanted();
        var steps = Steps.fromNow();
        switch (planned.change().command()) {
            case "pool create" -> union.create(wanted, steps);
            case "pool remove" -> union.remove(steps);
            default -> union.change(wanted, steps);
        }
        var removed = planned.change().command().equals("pool remove");
        return new Effect(
                wanted.slot(),
                removed ? "REMOVED" : union.state().name(),
                removed
                        ? "there is no union any more; all files are where they were"
                        : "the union shows " + String.join(", ", wanted.branches()),
                // Nothing of a union is a device, and it does not wait for those who use it.
                false,
                steps.all(),
                List.of(),
                removed ? List.of() : planned.change().findings());
    }

    MoveJob balance(@Nullable Double percent) {
        var wanted = percent == null ? USUAL_PERCENT : percent;
        if (!(wanted >= 1 && wanted <= 50)) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST, "percent is %s".formatted(wanted), "choose from 1 to 50");
        }
        return MoveJob.balance(wanted, minFree());
    }

    MoveJob drain(@Nullable String slot) {
        var found = union.require(named(slot));
        if (!found.writable()) {
            throw new ProblemException(
                    Problem.DRIVE_NOT_ONLINE,
                    "the drive of %s is missing or read-only".formatted(slot),
                    "plug it in, or mount it writable, then try again");
        }
        return MoveJob.drain(found.name(), minFree());
    }

    Change preview(MoveJob job) {
        return jobs.preview(job);
    }

    /// A branch that is drained takes nothing new, also afterwards: by `mfs` the empty drive would be the first
    /// choice.
    Operation start(MoveJob job) {
        var operation = jobs.start(job);
        var slot = job.slot();
        if (slot != null) {
            union.settings()
                    .filter(settings -> settings.branches().contains(slot))
                    .ifPresent(settings -> union.change(settings.withClosed(slot), Steps.fromNow()));
        }
        return operation;
    }

    Change previewGiveUp() {
        return jobs.previewGiveUp();
    }

    Effect giveUp() {
        return jobs.giveUp();
    }

    private long minFree() {
        return union.settings().map(UnionSettings::minFreeBytes).orElse(UnionSettings.USUAL_MIN_FREE);
    }

    private static long minFree(@Nullable Long given, long usual) {
        if (given != null && given < 0) {
            throw new ProblemException(Problem.INVALID_REQUEST, "minFreeBytes is negative", "give 0 or more");
        }
        return given == null ? usual : given;
    }

    private static String named(@Nullable String slot) {
        if (slot == null) {
            throw new ProblemException(Problem.INVALID_REQUEST, "no slot is named", "name it: {\"slot\": \"films\"}");
        }
        return slot;
    }
}
