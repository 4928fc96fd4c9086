package media.usenet.queue;

import java.time.Instant;
import media.usenet.database.Database;
import media.usenet.job.Idempotency;
import media.usenet.job.Submission;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Accepts jobs: once it has returned, the job is on disk and will be run.
public final class Intake {

    private static final int LONGEST_LABEL = 1_000;

    private final Database database;
    private final JobSettings settings;
    private final JobIds ids = new JobIds();

    public Intake(Database database, JobSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /// @return the id of the job, or that of the one that the same Idempotency-Key has got before
    /// @throws ProblemException `IDEMPOTENCY_KEY_REUSED`
    public String accept(Submission submission) {
        return database.write(db -> {
            var now = database.now();
            var id = ids.next(now);
            var idempotency = submission.idempotency();
            if (idempotency != null && !isFirst(db, idempotency, id, now)) {
                return earlier(db, idempotency);
            }
            insert(db, id, submission, now);
            return id;
        });
    }

    /// Not by catching a violation of the key: Spring does not translate SQLite's.
    private static boolean isFirst(JdbcClient db, Idempotency idempotency, String id, Instant now) {
        return db.sql("""
                        insert into idempotency_keys (scope, idempotency_key, body_sha256, job, created_ms)
                        values (:scope, :key, :body, :job, :now) on conflict (scope, idempotency_key) do nothing""")
                        .param("scope", idempotency.scope())
                        .param("key", idempotency.key())
                        .param("body", idempotency.bodySha256())
                        .param("job", id)
                        .param("now", now.toEpochMilli())
                        .update()
                > 0;
    }

    private record Earlier(String bodySha256, String job) {}

    private static String earlier(JdbcClient db, Idempotency idempotency) {
        var earlier = db.sql("""
                select body_sha256, job from idempotency_keys where scope = :scope and idempotency_key = :key""")
                .param("scope", idempotency.scope())
                .param("key", idempotency.key())
                .query(Earlier.class)
                .single();
        if (!earlier.bodySha256().equals(idempotency.bodySha256())) {
            throw new ProblemException(
                    Problem.IDEMPOTENCY_KEY_REUSED,
                    "the Idempotency-Key '%s' was used for another request (%s)"
                            .formatted(idempotency.key(), earlier.job()),
                    "use a new key for each new request");
        }
        return earlier.job();
    }

    private void insert(JdbcClient db, String id, Submission submission, Instant now) {
        db.sql("""
                insert into jobs (id, type, label, state, waiting, priority, turn, lane, api_key, max_attempts, request,
                    created_ms)
                values (:id, :type, :label, 'queued', 1, :priority, :turn, :lane, :key, :attempts, :request, :now)""")
                .param("id", id)
                .param("type", submission.type())
                .param("label", shortened(submission.label()))
                .param("priority", submission.priority().rank())
                .param("turn", Turns.next(db, submission.lane(), submission.priority(), submission.key()))
                .param("lane", submission.lane())
                .param("key", submission.key())
                .param("attempts", submission.maxAttempts() == null ? settings.maxAttempts() : submission.maxAttempts())
                .param("request", submission.request().toString())
                .param("now", now.toEpochMilli())
                .update();
        submission
                .slots()
                .forEach(slot -> db.sql("insert into job_slots (job, slot) values (:job, :slot)")
                        .param("job", id)
                        .param("slot", slot)
                        .update());
        if (submission.webhook() != null) {
            Notices.of(db, id, submission.webhook(), now);
        }
        JobEvents.add(db, id, now, "queued", "accepted for lane " + submission.lane());
        Executions.add(db, id, now);
    }

    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL);
    }
}
