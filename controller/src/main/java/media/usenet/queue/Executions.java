package media.usenet.queue;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/// db-scheduler's rows, written within the transactions that change the jobs they stand for: a job that is to run
/// has exactly one, and no other job has any.
public final class Executions {

    public static final String TASK = "job";

    private Executions() {}

    static void add(JdbcClient db, String job, Instant due) {
        db.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, consecutive_failures, version)
                values ('job', :job, :due, false, 0, 1) on conflict (task_name, task_instance) do nothing""").param("job", job).param("due", due.toEpochMilli()).update();
    }

    /// Lets go of it, whoever had picked it, to be picked again when it is due.
    static void release(JdbcClient db, String job, Instant due) {
        db.sql("""
                update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,
                    execution_time = :due, version = version + 1
                where task_name = 'job' and task_instance = :job""").param("job", job).param("due", due.toEpochMilli()).update();
    }

    static void remove(JdbcClient db, String job) {
        db.sql("delete from scheduled_tasks where task_name = 'job' and task_instance = :job")
                .param("job", job)
                .update();
    }

    /// Whether it still is as it was seen: picked, by the same attempt.
    public static boolean isPicked(JdbcClient db, String job, long version) {
        return db.sql("""
                        select count(*) from scheduled_tasks
                        where task_name = 'job' and task_instance = :job and picked = true and version = :version""")
                        .param("job", job)
                        .param("version", version)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
