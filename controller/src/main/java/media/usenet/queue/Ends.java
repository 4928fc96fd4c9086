package media.usenet.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import media.usenet.database.Database;
import media.usenet.job.FailureClass;
import media.usenet.job.JobError;
import media.usenet.job.JobState;
import media.usenet.job.Phase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How attempts end in the database. Each change is made only by whoever holds the job's lease; for anyone else it
/// does nothing and answers false.
public final class Ends {

    private final Database database;
    private final JobSettings settings;
    private final RetryPolicy retries;

    public Ends(Database database, JobSettings settings, RetryPolicy retries) {
        this.database = database;
        this.settings = settings;
        this.retries = retries;
    }

    /// A step in the transaction of whoever holds the lease.
    private interface Change {
        void make(JdbcClient db, Standing job, Instant now);
    }

    private boolean held(Claim claim, Change change) {
        return database.write(db -> {
            var job = Standing.hold(database, db, claim.job());
            if (job.isEmpty() || !job.get().isHeldBy(claim)) {
                return false;
            }
            change.make(db, job.get(), database.now());
            return true;
        });
    }

    /// @param told the phase that was told of last
    public boolean picture(Claim claim, Picture picture, @Nullable Phase told) {
        return held(claim, (db, job, now) -> {
            write(db, job.id(), picture);
            var phase = picture.phase();
            if (phase != null && phase != told) {
                db.sql("update jobs set phase = :phase where id = :id")
                        .param("phase", phase.word())
                        .param("id", job.id())
                        .update();
                JobEvents.add(db, job.id(), now, "phase", phase.word());
            }
        });
    }

    private static void write(JdbcClient db, String job, Picture picture) {
        var progress = picture.progress();
        db.sql("update jobs set progress = :progress, encoder_path = :path, warnings = :warnings where id = :id")
                .param("progress", progress == null ? null : Json.text(progress))
                .param("path", Json.text(picture.encoderPath()))
                .param("warnings", Json.text(picture.warnings()))
                .param("id", job)
                .update();
    }

    public boolean succeeded(Claim claim, Picture picture, Map<String, Object> result, String summary) {
        return held(claim, (db, job, now) -> {
            write(db, job.id(), picture);
            end(db, job, JobState.SUCCEEDED, null, now, summary);
            db.sql("update jobs set publishing = 0, result = :result where id = :id")
                    .param("result", Json.text(result))
                    .param("id", job.id())
                    .update();
            db.sql("update job_outputs set published = 1 where job = :id")
                    .param("id", job.id())
                    .update();
        });
    }

    public boolean cancelled(Claim claim) {
        return held(claim, (db, job, now) -> {
            db.sql("delete from job_outputs where job = :job")
                    .param("job", job.id())
                    .update();
            end(db, job, JobState.CANCELLED, null, now, "cancelled");
        });
    }

    public boolean failed(Claim claim, Picture picture, JobError error) {
        return held(claim, (db, job, now) -> {
            write(db, job.id(), picture);
            db.sql("delete from job_outputs where job = :job")
                    .param("job", job.id())
                    .update();
            db.sql("update jobs set publishing = 0, result = :notes where id = :id")
                    .param("notes", picture.notes().isEmpty() ? null : Json.text(picture.notes()))
                    .param("id", job.id())
                    .update();
            fail(db, job, error, now);
        });
    }

    private void fail(JdbcClient db, Standing job, JobError error, Instant now) {
        int failures = job.failures() + 1;
        var age = Duration.ofMillis(
                now.toEpochMilli() - (job.startedMillis() == null ? job.createdMillis() : job.startedMillis()));
        db.sql("update jobs set failures = :failures where id = :id")
                .param("failures", failures)
                .param("id", job.id())
                .update();
        switch (retries.judge(error.failure(), failures, job.maxAttempts(), age)) {
            case RetryPolicy.Verdict.Again again -> retry(db, job, error, now, again.after());
            case RetryPolicy.Verdict.Hopeless() -> end(db, job, JobState.FAILED, error, now, error.detail());
            case RetryPolicy.Verdict.Exhausted() ->
                end(db, job, JobState.DEAD, error, now, "failed %d times: %s".formatted(failures, error.detail()));
        }
    }

    private static void retry(JdbcClient db, Standing job, JobError error, Instant now, Duration after) {
        var due = now.plus(after);
        error(db, job, error);
        db.sql("""
                update jobs set state = 'retrying', waiting = 1, lease = null, phase = null, retry_ms = :due
                where id = :id""").param("due", due.toEpochMilli()).param("id", job.id()).update();
        JobEvents.add(
                db,
                job.id(),
                now,
                "retrying",
                "%s: %s; again in %s".formatted(error.failure().word(), error.detail(), Spans.text(after)));
        Executions.release(db, job.id(), due);
    }

    /// The process that ran the job has died.
    void died(JdbcClient db, Standing job, String how) {
        var now = database.now();
        int deaths = job.deaths() + 1;
        db.sql("update jobs set deaths = :deaths where id = :id")
                .param("deaths", deaths)
                .param("id", job.id())
                .update();
        if (job.cancelAsked() && !job.publishing()) {
            end(db, job, JobState.CANCELLED, null, now, "cancelled");
        } else if (deaths >= settings.maxDeaths() && !job.publishing()) {
            var error = new JobError(
                    FailureClass.WORKER,
                    "%d workers died while they ran this job".formatted(deaths),
                    "look into the log of %s for what ended it; then retry the job".formatted(job.node()));
            end(db, job, JobState.DEAD, error, now, error.detail());
        } else {
            JobEvents.add(db, job.id(), now, "lost", how);
            requeue(db, job, job.attempt(), job.lane(), now);
        }
    }

    /// The attempt is given back: it does not count.
    public boolean released(Claim claim, String because) {
        return held(claim, (db, job, now) -> {
            JobEvents.add(db, job.id(), now, "released", because);
            requeue(db, job, job.attempt() - 1, job.lane(), now);
        });
    }

    public boolean elsewhere(Claim claim, String lane, String because) {
        return held(claim, (db, job, now) -> {
            JobEvents.add(db, job.id(), now, "moved", "to lane %s: %s".formatted(lane, because));
            db.sql("update jobs set turn = :turn where id = :id")
                    .param("turn", Turns.next(db, lane, job.priority(), job.key()))
                    .param("id", job.id())
                    .update();
            requeue(db, job, job.attempt() - 1, lane, now);
        });
    }

    private static void requeue(JdbcClient db, Standing job, int attempt, String lane, Instant now) {
        db.sql("""
                update jobs set state = 'queued', waiting = 1, lease = null, phase = null, attempt = :attempt, lane = :lane
                where id = :id""")
                .param("attempt", attempt)
                .param("lane", lane)
                .param("id", job.id())
                .update();
        Executions.release(db, job.id(), now);
    }

    public boolean suspended(Claim claim, String slot, String because) {
        return held(claim, (db, job, now) -> {
            db.sql("update jobs set attempt = attempt - 1 where id = :id")
                    .param("id", job.id())
                    .update();
            suspend(db, job.id(), slot, because, now);
        });
    }

    static void suspend(JdbcClient db, String job, String slot, String because, Instant now) {
        db.sql("""
                update jobs set state = 'suspended', waiting = 0, lease = null, phase = null, slot = :slot where id = :id""").param("slot", slot).param("id", job).update();
        JobEvents.add(db, job, now, "suspended", because);
        Executions.remove(db, job);
    }

    static void end(JdbcClient db, Standing job, JobState state, @Nullable JobError error, Instant now, String text) {
        error(db, job, error);
        db.sql("""
                update jobs set state = :state, waiting = 0, lease = null, phase = null, retry_ms = null, finished_ms = :now
                where id = :id""")
                .param("state", state.word())
                .param("now", now.toEpochMilli())
                .param("id", job.id())
                .update();
        JobEvents.add(db, job.id(), now, state.word(), text);
        Executions.remove(db, job.id());
    }

    private static void error(JdbcClient db, Standing job, @Nullable JobError error) {
        db.sql("update jobs set error_class = :class, error_detail = :detail, error_remedy = :remedy where id = :id")
                .param("class", error == null ? null : error.failure().word())
                .param("detail", error == null ? null : error.detail())
                .param("remedy", error == null ? null : error.remedy())
                .param("id", job.id())
                .update();
    }
}
