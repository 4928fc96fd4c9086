package media.usenet.worker;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import media.usenet.problem.ProblemException;
import media.usenet.queue.Json;
import media.usenet.queue.Picture;
import media.usenet.queue.Slots;
import media.usenet.worker.LiveAttempt.Stop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a node does from time to time: says that it lives, looks for cancels that came through other processes,
/// writes down how its attempts fare, sweeps.
final class NodeRounds implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(NodeRounds.class);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final int TICKS_OF_A_SECOND = 4;
    private static final int TICKS_OF_A_MINUTE = 240;
    /// A cancelled job is cancelled within a second, also when its work takes longer to end.
    private static final Duration PATIENCE = Duration.ofMillis(600);

    private final Runner.Parts parts;
    private final Slots slots;
    private final Map<String, Picture> written = new HashMap<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("jobs-rounds").unstarted(this::go);
    private volatile boolean closed;

    NodeRounds(Runner.Parts parts, Slots slots) {
        this.parts = parts;
        this.slots = slots;
    }

    void start() {
        thread.start();
    }

    /// What an earlier process of this node's name had picked: it is dead, since the name could be claimed.
    void recoverOwn() {
        var database = parts.database();
        record Picked(String job, long version) {}
        database.read(db -> db.sql("""
                        select task_instance as job, version from scheduled_tasks
                        where task_name = 'job' and picked = true and picked_by = :node""")
                        .param("node", parts.node())
                        .query(Picked.class)
                        .list())
                .forEach(picked -> {
                    if (parts.claims().died(picked.job(), picked.version(), parts.node() + " was ended while it ran")) {
                        log.info("{} was running when {} was ended; it is queued again", picked.job(), parts.node());
                    }
                });
        parts.folders().sweep(parts.live()::holds);
    }

    private void go() {
        for (int tick = 0; !closed; tick++) {
            round(tick);
            try {
                Thread.sleep(TICK);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void round(int tick) {
        try {
            if (tick % TICKS_OF_A_SECOND == 0) {
                appear();
            }
            var live = parts.live().all();
            if (!live.isEmpty()) {
                cancelAsked(live);
                live.forEach(attempt -> write(attempt, tick % TICKS_OF_A_SECOND == 0));
                written.keySet().removeIf(lease -> !parts.live().holds(lease));
            }
            if (tick % TICKS_OF_A_MINUTE == TICKS_OF_A_MINUTE - 1) {
                parts.folders().sweep(parts.live()::holds);
            }
        } catch (ProblemException e) {
            // The database says itself that it is away; what is due is done at the next round.
            log.debug("round {} put off: {}", tick, e.getMessage());
        } catch (RuntimeException e) {
            log.error("round {} broke", tick, e);
        }
    }

    private void appear() {
        parts.database()
                .change(db -> db.sql("""
                insert into nodes (name, seen_ms, lanes) values (:name, :now, :lanes)
                on conflict (name) do update set seen_ms = excluded.seen_ms, lanes = excluded.lanes""")
                        .param("name", parts.node())
                        .param("now", parts.database().now().toEpochMilli())
                        .param("lanes", Json.text(slots.lanes()))
                        .update());
    }

    private void cancelAsked(List<LiveAttempt> live) {
        var leases = parts.database()
                .read(db -> db.sql("""
                        select lease from jobs where node = :node and state = 'running' and cancel_asked = 1""")
                        .param("node", parts.node())
                        .query(String.class)
                        .list());
        live.stream()
                .filter(attempt -> leases.contains(attempt.claim().lease()))
                .forEach(attempt -> attempt.stop(Stop.CANCELLED));
        live.stream()
                .filter(attempt -> attempt.stoppedFor(Stop.CANCELLED).compareTo(PATIENCE) > 0)
                .forEach(this::cancelWithoutIt);
    }

    private void cancelWithoutIt(LiveAttempt live) {
        if (live.isWorking() && parts.ends().cancelled(live.claim())) {
            log.warn(
                    "{} was cancelled, but its work goes on until it notices",
                    live.claim().job());
            live.stop(Stop.LOST);
            parts.bell().ring(live.claim().job());
        }
    }

    /// A new phase at once, the rest once a second.
    private void write(LiveAttempt live, boolean all) {
        var lease = live.claim().lease();
        var now = live.picture();
        var before = written.getOrDefault(lease, Picture.EMPTY);
        if ((all && !now.equals(before)) || now.phase() != before.phase()) {
            parts.ends().picture(live.claim(), now, before.phase());
            written.put(lease, now);
            parts.bell().ring(live.claim().job());
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
