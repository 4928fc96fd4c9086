package media.usenet.queue;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What happened to jobs: only ever added to, in the transaction of the change that it tells of.
public final class JobEvents {

    private JobEvents() {}

    /// The caller's transaction has changed the job's row, and so nobody else adds an event to it meanwhile.
    static void add(JdbcClient db, String job, Instant at, String kind, String text) {
        db.sql("""
                insert into job_events (job, number, at_ms, kind, text)
                values (:job, (select coalesce(max(number), 0) + 1 from job_events where job = :job), :at, :kind, :text)""")
                .param("job", job)
                .param("at", at.toEpochMilli())
                .param("kind", kind)
                .param("text", text)
                .update();
        Notices.add(db, job, kind, at);
    }

    public static List<JobEvent> after(JdbcClient db, String job, int number) {
        return db.sql("""
                select number, at_ms, kind, text from job_events where job = :job and number > :number order by number""")
                .param("job", job)
                .param("number", number)
                .query((row, _) -> new JobEvent(
                        job, row.getInt(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3), row.getString(4)))
                .list();
    }
}
