package media.usenet.mover;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import media.usenet.effect.Change;
import media.usenet.effect.Effect;
import media.usenet.effect.Steps;
import media.usenet.event.Operation;
import media.usenet.event.Operations;
import media.usenet.event.Result;
import media.usenet.event.Step;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.host.StateFile;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Balance and drain: as a plan, as an operation, and going on by themselves after a drive came back or the program
/// was restarted.
public final class MoveJobs {

    private static final int NAMED = 20;

    private final SlotSource slots;
    private final Mover mover;
    private final Operations operations;
    private final StateFile<MoveJob> file;

    /// @param folder for the journal and the job
    public MoveJobs(SlotSource slots, Path folder, Operations operations) {
        this.slots = slots;
        this.mover = new Mover(slots, folder.resolve("moves.journal"), _ -> {});
        this.operations = operations;
        this.file = new StateFile<>(folder.resolve("move-job.json"), MoveJob.class);
    }

    /// The job that is not done yet, under way or waiting.
    Optional<MoveJob> unfinished() {
        return file.read();
    }

    /// What is to be known of a job that waits for a drive.
    public Optional<Finding> waiting() {
        return unfinished()
                .filter(job -> job.waitsFor() != null)
                .map(job -> new Finding(
                        "MOVE_SUSPENDED",
                        Severity.WARNING,
                        "%s waits for the drive of %s".formatted(job.text(), job.waitsFor()),
                        "plug it in: it goes on by itself; or: usenet storage pool give-up"));
    }

    public Change preview(MoveJob job) {
        return MovePreview.of(job, plan(job));
    }

    private MovePlan plan(MoveJob job) {
        var inventories =
                slots.slots().stream().filter(Slot::online).map(SlotFiles::read).toList();
        return job.slot() == null
                ? BalancePlan.of(inventories, job.percent() == null ? 0 : job.percent(), job.minFreeBytes())
                : DrainPlan.of(inventories, job.slot(), job.minFreeBytes());
    }

    /// @throws ProblemException `OPERATION_RUNNING`; `MOVE_SUSPENDED` while an earlier job waits for its drive
    public synchronized Operation start(MoveJob job) {
        unfinished().filter(other -> !other.waitingFor(null).equals(job)).ifPresent(other -> {
            throw suspended(other);
        });
        return operations.start(job.kind(), tell -> {
            file.write(job);
            return run(job, tell);
        });
    }

    /// Goes on with what was broken off, if its drives are there; to be asked when a drive comes, and at the start.
    /// Does
    /// nothing while it is under way.
    public Optional<Operation> resume() {
        return unfinished()
                .filter(_ -> operations.all().stream().noneMatch(MoveJobs::isUnderWay))
                .filter(job -> Stream.ofNullable(job.waitsFor())
                        .allMatch(name -> slots.find(name).filter(Slot::online).isPresent()))
                .map(job -> start(job.waitingFor(null)));
    }

    private static boolean isUnderWay(Operation operation) {
        return operation.state() == Operation.State.RUNNING && operation.kind().startsWith("storage.");
    }

    /// What giving up the rest of the job would do.
    ///
    /// @throws ProblemException `MOVE_NOT_FOUND`
    public Change previewGiveUp() {
        return MovePreview.ofGivingUp(requireUnfinished());
    }

    /// Gives up the rest of a job. A file that is half moved is whole where it was, and tidied up as soon as its drives
    /// are there.
    ///
    /// @throws ProblemException `MOVE_NOT_FOUND`; `OPERATION_RUNNING` while it is under way
    public synchronized Effect giveUp() {
        var job = requireUnfinished();
        if (operations.all().stream().anyMatch(MoveJobs::isUnderWay)) {
            throw new ProblemException(
                    Problem.OPERATION_RUNNING, job.text() + " is under way", "wait until it has ended or waits");
        }
        var steps = Steps.fromNow();
        try {
            var left = steps.time("settle", mover::giveUp);
            file.delete();
            return MovePreview.givenUp(job, left, steps);
        } catch (IOException e) {
            throw incomplete(job, e);
        }
    }

    private MoveJob requireUnfinished() {
        return unfinished()
                .orElseThrow(() -> new ProblemException(
                        Problem.MOVE_NOT_FOUND, "no balance and no drain waits for anything", "usenet storage pool"));
    }

    private Result run(MoveJob job, Consumer<Step> tell) {
        var left = new ArrayList<LeftBehind>();
        try {
            mover.settle().forEach(left::add);
            var plan = plan(job);
            left.addAll(plan.left());
            mover.run(plan, job.minFreeBytes(), left::add, tell);
            if (job.slot() != null) {
                mover.pruneAll(job.slot());
            }
            file.delete();
            return result(job, plan, left);
        } catch (DriveGone e) {
            var waiting = job.waitingFor(e.slot());
            file.write(waiting);
            return Result.suspended(others(e.slot()), List.of(e.slot()), suspended(waiting));
        } catch (IOException e) {
            throw incomplete(job, e);
        }
    }

    private static ProblemException incomplete(MoveJob job, IOException e) {
        return new ProblemException(
                Problem.MOVE_INCOMPLETE,
                "%s broke off: %s".formatted(job.text(), e.getMessage()),
                "start it again; no file is lost",
                e);
    }

    private List<String> others(String slot) {
        return slots.slots().stream()
                .map(Slot::name)
                .filter(name -> !name.equals(slot))
                .toList();
    }

    private static Result result(MoveJob job, MovePlan plan, List<LeftBehind> left) {
        var touched = plan.moves().stream()
                .flatMap(move -> Stream.of(move.from(), move.to()))
                .distinct()
                .sorted()
                .toList();
        if (left.isEmpty()) {
            return Result.of(touched);
        }
        var flaws = left.stream()
                .limit(NAMED)
                .map(file -> new Flaw(file.slot(), file.name(), file.because()))
                .toList();
        return Result.inPart(
                touched,
                left.stream().map(LeftBehind::name).limit(NAMED).toList(),
                new ProblemException(
                        Problem.MOVE_INCOMPLETE,
                        "%s is done but for %d of the files".formatted(job.text(), left.size()),
                        "do what is said about each, then start it again",
                        flaws));
    }

    private static ProblemException suspended(MoveJob job) {
        var detail = job.waitsFor() == null
                ? "%s is not done yet".formatted(job.text())
                : "%s waits for the drive of %s; no file is lost".formatted(job.text(), job.waitsFor());
        return new ProblemException(
                Problem.MOVE_SUSPENDED, detail, "plug it in: it goes on by itself; or: usenet storage pool give-up");
    }
}
