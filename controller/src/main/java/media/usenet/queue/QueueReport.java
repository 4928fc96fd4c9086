package media.usenet.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import media.usenet.job.Lane;
import org.jspecify.annotations.Nullable;

/// Who waits for what, and who works.
public record QueueReport(List<LaneReport> lanes, List<NodeReport> nodes) {

    public QueueReport {
        lanes = List.copyOf(lanes);
        nodes = List.copyOf(nodes);
    }

    /// @param slots of all nodes that live; 0 where none has this lane, and its jobs wait
    /// @param nodes the names of those that have it
    public record LaneReport(
            String name,
            int slots,
            int running,
            int queued,
            int retrying,
            int suspended,
            @Nullable Instant oldestQueuedAt,
            Map<String, Integer> waitingByPriority,
            List<KeyReport> waitingByKey,
            List<String> nodes) {}

    /// @param key null for jobs of nobody in particular
    public record KeyReport(@Nullable String key, int running, int waiting) {}

    public record NodeReport(String name, Instant seenAt, boolean alive, List<Lane> lanes) {}
}
