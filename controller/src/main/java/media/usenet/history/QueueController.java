package media.usenet.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import media.usenet.database.Database;
import media.usenet.queue.Queue;
import media.usenet.queue.QueueReport;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How the queue stands, and how jobs have fared.
@RestController
final class QueueController {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Queue queue;
    private final Analytics analytics;
    private final Database database;

    QueueController(Queue queue, Analytics analytics, Database database) {
        this.queue = queue;
        this.analytics = analytics;
        this.database = database;
    }

    @GetMapping("/v1/queue")
    QueueReport queue() {
        return queue.report();
    }

    /// @param from RFC 3339 or a date; a day before `to` where it is missing
    @GetMapping("/v1/jobs/analytics")
    Analytics.Report analytics(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        Instant end = Optional.ofNullable(JobQuery.time(to)).orElseGet(database::now);
        return analytics.report(Optional.ofNullable(JobQuery.time(from)).orElse(end.minus(A_DAY)), end);
    }
}
