package media.usenet.queue;

import java.util.List;
import media.usenet.database.Database;

/// Sees to it that no key waits for ever behind the higher priorities of others: one that has waited too long, with
/// nothing of its own running in the lane while others run, gets its best job raised before all.
public final class Fairness {

    private final Database database;
    private final JobSettings settings;

    public Fairness(Database database, JobSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    private record Passed(String lane, String apiKey) {}

    /// @return the jobs that were raised
    public List<String> raise() {
        return passedOver().stream().map(this::raiseBest).toList();
    }

    private List<Passed> passedOver() {
        return database.read(db -> db.sql("""
                        select w.lane, w.api_key from (
                            select lane, coalesce(api_key, '') as api_key, min(created_ms) as oldest, max(raised) as raised
                            from jobs where waiting = 1 and state = 'queued' group by lane, coalesce(api_key, '')) w
                        where w.oldest <= :since and w.raised = 0
                          and exists (select 1 from jobs r where r.lane = w.lane and r.state = 'running'
                              and coalesce(r.api_key, '') <> w.api_key)
                          and not exists (select 1 from jobs r where r.lane = w.lane
                              and coalesce(r.api_key, '') = w.api_key
                              and (r.state = 'running' or r.started_ms > :since))""")
                .param("since", database.now().minus(settings.patience()).toEpochMilli())
                .query(Passed.class)
                .list());
    }

    private String raiseBest(Passed key) {
        return database.write(db -> {
            var best = db.sql("""
                            select id from jobs where lane = :lane and waiting = 1 and state = 'queued'
                              and coalesce(api_key, '') = :key
                            order by priority desc, turn, id limit 1""")
                    .param("lane", key.lane())
                    .param("key", key.apiKey())
                    .query(String.class)
                    .single();
            db.sql("update jobs set raised = 1 where id = :id")
                    .param("id", best)
                    .update();
            JobEvents.add(db, best, database.now(), "raised", "its key has waited long; it goes first");
            return best;
        });
    }
}
