package media.usenet.queue;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import media.usenet.database.Database;
import media.usenet.effect.Change;
import media.usenet.job.JobState;
import media.usenet.job.Priority;
import media.usenet.job.Submission;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What people do to jobs. Each has a preview, which asks the same questions and changes nothing.
public final class Commands {

    private final Database database;

    public Commands(Database database) {
        this.database = database;
    }

    /// @return the lease of the attempt that is to be interrupted; null where none runs
    public @Nullable String cancel(String job) {
        return change(job, (db, standing) -> {
            requireNotEnded(standing);
            if (standing.state() == JobState.RUNNING) {
                db.sql("update jobs set cancel_asked = 1 where id = :id")
                        .param("id", job)
                        .update();
                JobEvents.add(db, job, database.now(), "cancelling", "a cancel was asked for");
                return standing.lease();
            }
            Ends.end(db, standing, JobState.CANCELLED, null, database.now(), "cancelled");
            return null;
        });
    }

    public Change previewCancel(String job) {
        return preview("cancel", job, standing -> {
            requireNotEnded(standing);
            return standing.state() == JobState.RUNNING
                    ? List.of(
                            "interrupt attempt %d on %s".formatted(standing.attempt(), standing.node()),
                            "remove its folders",
                            "set it to cancelled")
                    : List.of("set it to cancelled");
        });
    }

    private static void requireNotEnded(Standing job) {
        if (job.state().ended()) {
            throw new ProblemException(
                    Problem.JOB_ENDED,
                    "%s has ended already: it is %s"
                            .formatted(job.id(), job.state().word()),
                    job.state() == JobState.SUCCEEDED
                            ? "submit it again with POST /v1/jobs/%s/duplicate".formatted(job.id())
                            : "let it run again with POST /v1/jobs/%s/retry".formatted(job.id()));
        }
    }

    public void retry(String job) {
        change(job, (db, standing) -> {
            requireRetryable(standing);
            var now = database.now();
            db.sql("""
                    update jobs set state = 'queued', waiting = 1, attempt = 0, failures = 0, deaths = 0, finished_ms = null,
                        started_ms = null, retry_ms = null, error_class = null, error_detail = null, error_remedy = null,
                        result = null, progress = null, encoder_path = null, warnings = null, turn = :turn
                    where id = :id""")
                    .param("turn", Turns.next(db, standing.lane(), standing.priority(), standing.key()))
                    .param("id", job)
                    .update();
            JobEvents.add(db, job, now, "queued", "to be tried again");
            Executions.add(db, job, now);
            Executions.release(db, job, now);
            return true;
        });
    }

    public Change previewRetry(String job) {
        return preview("retry", job, standing -> {
            requireRetryable(standing);
            return List.of("queue it in lane %s with all its attempts".formatted(standing.lane()));
        });
    }

    private static void requireRetryable(Standing job) {
        switch (job.state()) {
            case FAILED, DEAD, CANCELLED, RETRYING -> {}
            case SUCCEEDED ->
                throw new ProblemException(
                        Problem.JOB_ENDED,
                        job.id() + " has succeeded",
                        "submit it again with POST /v1/jobs/%s/duplicate".formatted(job.id()));
            case QUEUED, RUNNING, SUSPENDED ->
                throw new ProblemException(
                        Problem.JOB_NOT_ENDED,
                        "%s is %s".formatted(job.id(), job.state().word()),
                        "wait until it has ended, or cancel it first");
        }
    }

    public void priority(String job, Priority priority) {
        change(job, (db, standing) -> {
            requireNotEnded(standing);
            db.sql("update jobs set priority = :priority, turn = :turn, raised = 0 where id = :id")
                    .param("priority", priority.rank())
                    .param("turn", Turns.next(db, standing.lane(), priority, standing.key()))
                    .param("id", job)
                    .update();
            JobEvents.add(db, job, database.now(), "priority", "priority " + priority.word());
            return true;
        });
    }

    public Change previewPriority(String job, Priority priority) {
        return preview("priority", job, standing -> {
            requireNotEnded(standing);
            return List.of("change its priority from %s to %s"
                    .formatted(standing.priority().word(), priority.word()));
        });
    }

    public Change previewDuplicate(String job) {
        return preview(
                "duplicate",
                job,
                standing -> List.of("queue a new job of type %s with the same request in lane %s"
                        .formatted(standing.type(), standing.lane())));
    }

    /// The same job once more.
    public Submission again(String job) {
        return database.read(db -> {
            var standing = find(db, job);
            var slots = db.sql("select slot from job_slots where job = :job")
                    .param("job", job)
                    .query((row, _) -> row.getString(1))
                    .list();
            return new Submission(
                    standing.type(),
                    standing.label(),
                    standing.lane(),
                    standing.priority(),
                    standing.key(),
                    Json.tree(standing.request()),
                    Set.copyOf(slots),
                    standing.maxAttempts(),
                    null,
                    Notices.addressOf(db, job));
        });
    }

    /// @return the jobs that now go on
    public List<String> resume(String slot) {
        return database.write(db -> {
            var jobs = db.sql("select id from jobs where state = 'suspended' and slot = :slot order by id")
                    .param("slot", slot)
                    .query(String.class)
                    .list();
            var now = database.now();
            jobs.forEach(job -> {
                db.sql(
                                "update jobs set state = 'queued', waiting = 1, slot = null where id = :id and state = 'suspended'")
                        .param("id", job)
                        .update();
                JobEvents.add(db, job, now, "resumed", "the drive %s is back".formatted(slot));
                Executions.add(db, job, now);
            });
            return jobs;
        });
    }

    /// @return the jobs that now wait
    public List<String> suspend(String slot) {
        return database.write(db -> {
            var jobs = db.sql("""
                            select j.id from jobs j join job_slots s on s.job = j.id
                            where s.slot = :slot and j.waiting = 1 order by j.id""").param("slot", slot).query(String.class).list();
            jobs.stream()
                    .map(job -> Standing.hold(database, db, job).orElseThrow())
                    .filter(job -> job.state() == JobState.QUEUED || job.state() == JobState.RETRYING)
                    .forEach(job ->
                            Ends.suspend(db, job.id(), slot, "the drive %s is gone".formatted(slot), database.now()));
            return jobs;
        });
    }

    private interface Act<T extends @Nullable Object> {
        T on(JdbcClient db, Standing job);
    }

    private <T extends @Nullable Object> T change(String job, Act<T> act) {
        return database.<T>write(
                db -> act.on(db, Standing.hold(database, db, job).orElseThrow(() -> unknown(job))));
    }

    private Change preview(String command, String job, Function<Standing, List<String>> steps) {
        var standing = database.read(db -> find(db, job));
        var typed = "jobs %s %s".formatted(command, job);
        return new Change(
                typed,
                "%s, %s, %s".formatted(job, standing.type(), standing.label()),
                null,
                steps.apply(standing),
                List.of(),
                "usenet " + typed);
    }

    private static Standing find(JdbcClient db, String job) {
        return Standing.find(db, job).orElseThrow(() -> unknown(job));
    }

    public static ProblemException unknown(String job) {
        return new ProblemException(
                Problem.JOB_NOT_FOUND,
                "there is no job '%s'".formatted(job),
                "list jobs with GET /v1/jobs; those that ended long ago are forgotten");
    }
}
