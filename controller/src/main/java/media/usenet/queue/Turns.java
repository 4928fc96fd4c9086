package media.usenet.queue;

import media.usenet.job.Priority;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Start-time fair queueing between API keys: within a lane and a priority each job has a turn, one after the key's
/// last,
/// and not before the turn that is being served. So keys take turns however many jobs each of them has, a key that
/// comes
/// later does not wait for those that queued before it, and the jobs of one key stay in their order.
final class Turns {

    private static final String NOBODY = "";

    private Turns() {}

    /// The turn of a new job.
    static long next(JdbcClient db, String lane, Priority priority, @Nullable String key) {
        return db.sql("""
                insert into key_turns (lane, priority, api_key, turn)
                values (:lane, :priority, :key,
                    1 + coalesce((select turn from lane_turns where lane = :lane and priority = :priority), 0))
                on conflict (lane, priority, api_key) do update set turn = 1 +
                    case when excluded.turn - 1 > key_turns.turn then excluded.turn - 1 else key_turns.turn end
                returning turn""")
                .param("lane", lane)
                .param("priority", priority.rank())
                .param("key", key == null ? NOBODY : key)
                .query(Long.class)
                .single();
    }

    /// A job of that turn has been started.
    static void served(JdbcClient db, String lane, int priority, long turn) {
        db.sql("""
                insert into lane_turns (lane, priority, turn) values (:lane, :priority, :turn)
                on conflict (lane, priority) do update set turn = excluded.turn
                where excluded.turn > lane_turns.turn""")
                .param("lane", lane)
                .param("priority", priority)
                .param("turn", turn)
                .update();
    }
}
