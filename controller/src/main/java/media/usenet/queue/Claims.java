package media.usenet.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import media.usenet.database.Database;
import media.usenet.job.EncoderStep;
import media.usenet.job.JobState;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes jobs for a node, and gives back those whose process has died.
public final class Claims {

    private static final Duration WHILE_KEY_IS_BUSY = Duration.ofSeconds(1);

    private final Database database;
    private final JobSettings settings;
    private final Ends ends;

    public Claims(Database database, JobSettings settings, Ends ends) {
        this.database = database;
        this.settings = settings;
        this.ends = ends;
    }

    /// @return empty when the job is not to be run now
    public Optional<Claim> claim(String job, String node) {
        return database.write(db -> {
            var standing = Standing.hold(database, db, job);
            if (standing.isEmpty()) {
                Executions.remove(db, job);
                return Optional.empty();
            }
            return claim(db, standing.get(), node);
        });
    }

    private Optional<Claim> claim(JdbcClient db, Standing job, String node) {
        return switch (job.state()) {
            case SUCCEEDED, FAILED, CANCELLED, DEAD, SUSPENDED -> {
                Executions.remove(db, job.id());
                yield Optional.empty();
            }
            // Another process runs it, or has died with it, which is found by its heartbeat.
            case RUNNING -> Optional.empty();
            case QUEUED, RETRYING -> {
                if (isKeyBusy(db, job)) {
                    Executions.release(db, job.id(), database.now().plus(WHILE_KEY_IS_BUSY));
                    yield Optional.empty();
                }
                yield Optional.of(take(db, job, node));
            }
        };
    }

    private boolean isKeyBusy(JdbcClient db, Standing job) {
        if (settings.mostPerKey() == 0 || job.key() == null) {
            return false;
        }
        // The row of the key's turns is written, so that two nodes do not count at the same time.
        db.sql("update key_turns set turn = turn where lane = :lane and priority = :priority and api_key = :key")
                .param("lane", job.lane())
                .param("priority", job.priority().rank())
                .param("key", job.key())
                .update();
        int running = db.sql("select count(*) from jobs where state = 'running' and api_key = :key")
                .param("key", job.key())
                .query(Integer.class)
                .single();
        return running >= settings.mostPerKey();
    }

    private Claim take(JdbcClient db, Standing job, String node) {
        var now = database.now();
        var lease = UUID.randomUUID().toString();
        int number = job.attempt() + 1;
        db.sql("""
                update jobs set state = 'running', waiting = 0, raised = 0, attempt = :number, lease = :lease, node = :node,
                    phase = 'preparing', retry_ms = null, slot = null, cancel_asked = 0, progress = null,
                    started_ms = coalesce(started_ms, :now)
                where id = :id""")
                .param("number", number)
                .param("lease", lease)
                .param("node", node)
                .param("now", now.toEpochMilli())
                .param("id", job.id())
                .update();
        Turns.served(db, job.lane(), job.priority().rank(), job.turn());
        JobEvents.add(db, job.id(), now, "started", "attempt %d on %s".formatted(number, node));
        var slots = db.sql("select slot from job_slots where job = :job order by slot")
                .param("job", job.id())
                .query(String.class)
                .list();
        return new Claim(
                job.id(),
                job.type(),
                job.label(),
                job.lane(),
                job.key(),
                number,
                job.maxAttempts(),
                lease,
                job.state() == JobState.QUEUED ? earlier(db, job) : List.of(),
                job.publishing(),
                Json.tree(job.request()),
                new LinkedHashSet<>(slots),
                Instant.now());
    }

    /// A job that failed and is tried again begins with all encoders; one that was moved goes on where it was.
    private static List<EncoderStep> earlier(JdbcClient db, Standing job) {
        return Json.steps(db.sql("select encoder_path from jobs where id = :id")
                .param("id", job.id())
                .query((row, _) -> Objects.requireNonNullElse(row.getString(1), "[]"))
                .single());
    }

    /// The process that ran the job has died. Once it has killed as many as it may, the job is dead.
    ///
    /// @param version of the execution as it was found
    /// @return whether that was so; otherwise somebody else has seen to it
    public boolean died(String job, long version, String how) {
        return database.write(db -> {
            var standing = Standing.hold(database, db, job);
            if (!Executions.isPicked(db, job, version)) {
                return false;
            }
            if (standing.isEmpty() || standing.get().state().ended()) {
                Executions.remove(db, job);
            } else if (standing.get().state() == JobState.RUNNING) {
                ends.died(db, standing.get(), how);
            } else {
                Executions.release(db, job, database.now());
            }
            return true;
        });
    }
}
