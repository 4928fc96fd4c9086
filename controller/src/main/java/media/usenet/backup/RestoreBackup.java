package media.usenet.backup;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import media.usenet.event.Result;
import media.usenet.event.Step;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.restore.Restore;
import media.usenet.restore.RestoreJournal;
import media.usenet.scope.Scope;
import media.usenet.services.StackSwitch;
import media.usenet.vault.Destinations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Restores a backup by its plan, and takes up a restore that was killed.
final class RestoreBackup {

    private static final Logger log = LoggerFactory.getLogger(RestoreBackup.class);

    private final RestorePlanner planner;
    private final Destinations destinations;
    private final StackServices services;
    private final RestoreJournal journal;
    private final StackSwitch stack;
    private final HeldFolders folders;

    RestoreBackup(
            RestorePlanner planner,
            Destinations destinations,
            StackServices services,
            RestoreJournal journal,
            StackSwitch stack,
            HeldFolders folders) {
        this.planner = planner;
        this.destinations = destinations;
        this.services = services;
        this.journal = journal;
        this.stack = stack;
        this.folders = folders;
    }

    RestorePlan plan(RestoreRequest request) {
        return planner.plan(request, request.reference().find(destinations));
    }

    /// @throws ProblemException `RESTORE_REFUSED` with every finding that stands in the way
    RestorePlan require(RestoreRequest request) {
        var plan = plan(request);
        if (plan.next() == null) {
            throw new ProblemException(
                    Problem.RESTORE_REFUSED,
                    "%s cannot be restored here as it is".formatted(plan.backup()),
                    "see what is named; --force goes on all the same",
                    plan.findings().stream()
                            .filter(finding -> finding.severity() == Severity.ERROR)
                            .map(RestoreBackup::flaw)
                            .toList());
        }
        return plan;
    }

    private static Flaw flaw(Finding finding) {
        return new Flaw(finding.code(), "", finding.text());
    }

    Result run(RestoreRequest request, RestorePlan plan, Consumer<Step> tell) {
        var meant = request.reference().find(destinations);
        Consumer<String> told = text -> tell.accept(Step.of(plan.backup(), text));
        var restore =
                new Restore(plan.manifest(), plan.units(), plan.ownership(), plan.replacing(), services, journal, told);
        var done = restore.run((wanted, folder, onBytes) -> {
            long total = plan.manifest().bytes();
            meant.vault().fetch(meant.stored(), wanted, folder, bytes -> {
                onBytes.accept(bytes);
                tell.accept(new Step(plan.backup(), "unpacking", Math.min(bytes, total), total, "bytes"));
            });
        });
        done.changed()
                .forEach(changed ->
                        tell.accept(Step.of(changed.file(), "now has " + String.join("; ", changed.lines()))));
        log.info("{} was restored: {}", plan.backup(), String.join(", ", done.restored()));
        tell.accept(Step.of(
                plan.backup(),
                done.kept().isEmpty() ? "nothing was replaced" : "what was replaced is kept in " + done.kept()));
        var result = plan.manifest().services().isEmpty() || request.partly()
                ? Result.of(done.restored())
                : up(plan, done, tell);
        return told(result, folders.relocate(plan.units(), request.poolFolders(), tell));
    }

    /// Restored they are, and look for their files where those were.
    private static Result told(Result result, Map<String, ProblemException> untold) {
        if (untold.isEmpty() || result.reason().isPresent()) {
            return result;
        }
        return Result.inPart(
                result.done(),
                List.copyOf(untold.keySet()),
                untold.values().iterator().next());
    }

    /// The stack as the restored settings want it: on a fresh machine there is none yet.
    private Result up(RestorePlan plan, Restore.Done done, Consumer<Step> tell) {
        boolean settings = done.restored().stream().anyMatch(path -> !path.startsWith(Scope.APPS + "/"));
        if (!settings) {
            return Result.of(done.restored());
        }
        try {
            var result = stack.up(tell);
            services.load(
                    plan.units().stream()
                            .flatMap(unit -> unit.service().stream())
                            .toList(),
                    text -> tell.accept(Step.of("services", text)));
            return result.reason().isEmpty()
                    ? Result.of(done.restored())
                    : Result.inPart(
                            done.restored(), result.failed(), result.reason().get());
        } catch (ProblemException e) {
            return Result.inPart(done.restored(), List.of("services"), e);
        }
    }

    /// Called once, before anything else may restore.
    void recover() {
        journal.recover(services, text -> log.info("restore: {}", text))
                .ifPresent(recovered -> log.warn(
                        "a restore of {} had been interrupted and was {}",
                        recovered.backup(),
                        recovered.finished() ? "finished" : "undone: everything is as it was"));
    }
}
