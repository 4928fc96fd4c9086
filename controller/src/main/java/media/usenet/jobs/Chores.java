package media.usenet.jobs;

import java.time.Duration;
import media.usenet.database.Database;
import media.usenet.history.Retention;
import media.usenet.problem.ProblemException;
import media.usenet.queue.Bell;
import media.usenet.queue.Fairness;
import media.usenet.queue.JobSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the controller does for the whole queue from time to time: fairness, and forgetting.
final class Chores implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Chores.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int ROUNDS_OF_AN_HOUR = 720;

    private final Fairness fairness;
    private final Retention retention;
    private final Bell bell;
    private final Thread thread = Thread.ofVirtual().name("jobs-chores").unstarted(this::go);

    Chores(Database database, JobSettings settings, QueueParts parts) {
        this.fairness = new Fairness(database, settings);
        this.retention = new Retention(database, settings, parts.folders());
        this.bell = parts.bell();
    }

    void start() {
        thread.start();
    }

    private void go() {
        try {
            for (int round = 0; ; round++) {
                Thread.sleep(EVERY);
                round(round);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void round(int round) {
        try {
            fairness.raise().forEach(bell::ring);
            if (round % ROUNDS_OF_AN_HOUR == 0) {
                retention.forget();
            }
        } catch (ProblemException e) {
            // The database says itself that it is away; what is due is done at the next round.
            log.debug("chores put off: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("chores broke", e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
