package media.usenet.history;

import java.io.IOException;
import java.util.List;
import media.usenet.database.Database;
import media.usenet.job.JobFolder;
import media.usenet.queue.JobSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets jobs that ended long ago: their rows, their logs, and outputs in the state folder. Never a file that was
/// put where somebody wanted it.
public final class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final int AT_ONCE = 200;

    private final Database database;
    private final JobSettings settings;
    private final JobFolder folders;

    public Retention(Database database, JobSettings settings, JobFolder folders) {
        this.database = database;
        this.settings = settings;
        this.folders = folders;
    }

    /// @return how many jobs were forgotten
    public int forget() {
        database.change(db -> db.sql("delete from idempotency_keys where created_ms < :before")
                .param("before", database.now().minus(settings.keepKeys()).toEpochMilli())
                .update());
        int forgotten = 0;
        List<String> jobs;
        long done;
        do {
            jobs = old();
            done = jobs.stream().filter(this::forget).count();
            forgotten += (int) done;
        } while (done == AT_ONCE);
        if (forgotten > 0) {
            log.info(
                    "{} jobs that ended more than {} days ago forgotten",
                    forgotten,
                    settings.keep().toDays());
        }
        return forgotten;
    }

    private List<String> old() {
        return database.read(db -> db.sql("""
                        select id from jobs where finished_ms < :before and id not in
                            (select id from jobs where finished_ms is not null order by finished_ms desc, id desc limit :last)
                        order by finished_ms limit :most""")
                .param("before", database.now().minus(settings.keep()).toEpochMilli())
                .param("last", settings.keepLast())
                .param("most", AT_ONCE)
                .query(String.class)
                .list());
    }

    private boolean forget(String job) {
        try {
            folders.delete(job);
            database.change(db ->
                    db.sql("delete from jobs where id = :id").param("id", job).update());
            return true;
        } catch (IOException e) {
            log.warn("cannot delete {}: {}; it is tried again later", folders.of(job), e.getMessage());
            return false;
        }
    }
}
