package media.usenet.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Messages to webhooks, written with what they tell of: neither is there without the other.
final class Notices {

    private static final String ENDS = ",succeeded,failed,dead,cancelled,";
    private static final List<String> NEVER_TOLD = List.of("phase", "cancelling", "priority", "raised");

    private Notices() {}

    /// The address is told of this job's end.
    static void of(JdbcClient db, String job, String url, Instant now) {
        db.sql("insert into webhooks (id, url, events, job, created_ms) values (:id, :url, :events, :job, :now)")
                .param("id", "hook_" + job)
                .param("url", url)
                .param("events", ENDS)
                .param("job", job)
                .param("now", now.toEpochMilli())
                .update();
    }

    static @Nullable String addressOf(JdbcClient db, String job) {
        return Optional.of(db.sql("select url from webhooks where job = :job")
                        .param("job", job)
                        .query(String.class)
                        .list())
                .filter(found -> !found.isEmpty())
                .map(List::getFirst)
                .orElse(null);
    }

    /// For those who want to know of the event that was just added. Its number makes the message's id, and so one
    /// for each.
    static void add(JdbcClient db, String job, String kind, Instant now) {
        if (NEVER_TOLD.contains(kind)) {
            return;
        }
        db.sql("""
                insert into webhook_deliveries (id, webhook, job, kind, at_ms, state, attempts, due_ms)
                select 'msg_' || w.id || '_' || e.job || '_' || e.number, w.id, e.job, e.kind, e.at_ms, 'pending', 0, :now
                from webhooks w, job_events e
                where (w.job is null or w.job = :job) and w.stopped is null and w.events like :kind
                    and e.job = :job and e.number = (select max(number) from job_events where job = :job)""")
                .param("now", now.toEpochMilli())
                .param("job", job)
                .param("kind", "%," + kind + ",%")
                .update();
    }
}
