package media.usenet.jobs;

import java.util.Objects;
import java.util.function.Consumer;
import media.usenet.job.Priority;
import media.usenet.jobs.BulkCommand.Which;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What changes jobs over HTTP. With `dryRun` it answers what it would do, and does nothing.
@RestController
final class JobCommandsController {

    private final Jobs jobs;

    JobCommandsController(Jobs jobs) {
        this.jobs = jobs;
    }

    @PostMapping("/v1/jobs/{id}/cancel")
    ResponseEntity<?> cancel(@PathVariable String id, @RequestParam(defaultValue = "false") boolean dryRun) {
        return ResponseEntity.ok(dryRun ? jobs.previewCancel(id) : jobs.cancel(id));
    }

    @DeleteMapping("/v1/jobs/{id}")
    ResponseEntity<?> delete(@PathVariable String id, @RequestParam(defaultValue = "false") boolean dryRun) {
        return cancel(id, dryRun);
    }

    @PostMapping("/v1/jobs/{id}/retry")
    ResponseEntity<?> retry(@PathVariable String id, @RequestParam(defaultValue = "false") boolean dryRun) {
        return ResponseEntity.ok(dryRun ? jobs.previewRetry(id) : jobs.retry(id));
    }

    /// The same request as a new job, which is answered.
    @PostMapping("/v1/jobs/{id}/duplicate")
    ResponseEntity<?> duplicate(@PathVariable String id, @RequestParam(defaultValue = "false") boolean dryRun) {
        if (dryRun) {
            return ResponseEntity.ok(jobs.previewDuplicate(id));
        }
        var job = jobs.duplicate(id);
        return ResponseEntity.accepted()
                .header("Location", "/v1/jobs/" + job.id())
                .body(job);
    }

    /// @param priority `high`, `normal` or `low`
    record PriorityRequest(String priority) {}

    @PostMapping("/v1/jobs/{id}/priority")
    ResponseEntity<?> priority(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody PriorityRequest request) {
        var priority = Priority.of(Objects.requireNonNullElse(request.priority(), ""));
        return ResponseEntity.ok(dryRun ? jobs.previewPriority(id, priority) : jobs.priority(id, priority));
    }

    @PostMapping("/v1/jobs/cancel")
    BulkCommand.Result cancelMany(@RequestParam(defaultValue = "false") boolean dryRun, @RequestBody Which which) {
        return many("cancel", which, "queued,running,retrying,suspended", dryRun ? jobs::previewCancel : jobs::cancel);
    }

    @PostMapping("/v1/jobs/retry")
    BulkCommand.Result retryMany(@RequestParam(defaultValue = "false") boolean dryRun, @RequestBody Which which) {
        return many("retry", which, "failed,dead", dryRun ? jobs::previewRetry : jobs::retry);
    }

    private BulkCommand.Result many(String command, Which which, String usual, Consumer<String> one) {
        return BulkCommand.run(command, chosen(which, usual), one);
    }

    private Iterable<String> chosen(Which which, String usual) {
        if (which.ids() != null) {
            return which.ids();
        }
        if (which.isEmpty()) {
            // A forgotten filter is not to cancel everything.
            throw new ProblemException(
                    Problem.INVALID_REQUEST,
                    "the request names no jobs",
                    "send ids, or a filter; \"state\": [\"all\"] for all of them");
        }
        return jobs.ids(which.filter(usual));
    }
}
