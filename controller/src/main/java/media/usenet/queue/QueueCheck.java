package media.usenet.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import media.usenet.health.Check;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.problem.ProblemException;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Whether jobs that wait have somebody to run them, and whether the settings name a queue that there is none of.
@Component
final class QueueCheck implements Check {

    private final Queue queue;
    private final List<Finding> deprecated = new ArrayList<>();

    /// @param backend `QUEUE_BACKEND` of FFAPI: `memory`, `redis`, `rabbitmq`
    QueueCheck(Queue queue, @Value("${queue.backend:}") String backend) {
        this.queue = queue;
        if (!backend.isBlank() && !backend.toLowerCase(Locale.ROOT).equals("database")) {
            var text = "QUEUE_BACKEND=%s has no effect: the database is the queue, and needs no other server"
                    .formatted(backend);
            var remedy = "remove QUEUE_BACKEND and REDIS_URL; for several workers name a PostgreSQL by DATABASE_URL";
            LoggerFactory.getLogger(QueueCheck.class).warn("{}. Remedy: {}", text, remedy);
            deprecated.add(new Finding("QUEUE_BACKEND_UNUSED", Severity.NOTICE, text, remedy));
        }
    }

    @Override
    public String component() {
        return "jobs";
    }

    @Override
    public List<Finding> findings() {
        var findings = new ArrayList<>(deprecated);
        try {
            queue.report().lanes().stream()
                    .filter(lane -> lane.slots() == 0 && lane.queued() + lane.retrying() > 0)
                    .map(lane -> new Finding(
                            "LANE_WITHOUT_WORKER",
                            Severity.WARNING,
                            "%d jobs wait for %s, which no worker has now"
                                    .formatted(lane.queued() + lane.retrying(), lane.name()),
                            "start the worker that has it, or cancel them"))
                    .forEach(findings::add);
        } catch (ProblemException _) {
            // What is wrong with the database is said by its own check.
        }
        return findings;
    }
}
