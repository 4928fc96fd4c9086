package media.usenet.docker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Several logs as one, in order of time. Each is in order by itself, so the earliest of their first lines is next; a
/// log that has been silent for a while is not waited for.
final class LogMerge {

    private static final int CAPACITY = 256;

    private final long patience;
    private final List<Lane> lanes = new ArrayList<>();
    private @Nullable RuntimeException failure;

    /// @param patience how long a silent log holds the others back
    LogMerge(Duration patience) {
        this.patience = patience.toNanos();
    }

    synchronized Lane lane() {
        var lane = new Lane();
        lanes.add(lane);
        return lane;
    }

    /// Hands over all lines, on this thread, until every log has ended.
    ///
    /// @throws RuntimeException what one of the logs failed with
    void drain(Consumer<LogLine> consumer) throws InterruptedException {
        for (var line = next(); line != null; line = next()) {
            consumer.accept(line);
        }
    }

    private synchronized @Nullable LogLine next() throws InterruptedException {
        while (true) {
            if (failure != null) {
                throw failure;
            }
            var first = first();
            if (first == null && lanes.stream().allMatch(lane -> lane.ended)) {
                return null;
            }
            var hold = first == null ? patience : hold();
            if (first != null && hold <= 0) {
                notifyAll();
                return first.lines.remove();
            }
            // At least a millisecond: 0 would be without end.
            wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(hold)));
        }
    }

    private @Nullable Lane first() {
        return lanes.stream()
                .filter(lane -> !lane.lines.isEmpty())
                .min(Comparator.comparing(lane -> lane.lines.element().time()))
                .orElse(null);
    }

    /// How long the silent logs may still hold the others back.
    private long hold() {
        var now = System.nanoTime();
        return lanes.stream()
                .filter(lane -> lane.lines.isEmpty() && !lane.ended)
                .mapToLong(lane -> patience - (now - lane.last))
                .max()
                .orElse(0);
    }

    /// One log's way into the merge. Whoever fills it waits while it is full.
    final class Lane {

        private final Queue<LogLine> lines = new ArrayDeque<>();
        private long last = System.nanoTime();
        private boolean ended;

        void add(LogLine line) {
            synchronized (LogMerge.this) {
                while (lines.size() == CAPACITY) {
                    awaitRoom();
                }
                lines.add(line);
                last = System.nanoTime();
                LogMerge.this.notifyAll();
            }
        }

        private void awaitRoom() {
            try {
                LogMerge.this.wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("the log was closed");
            }
        }

        void end(@Nullable RuntimeException because) {
            synchronized (LogMerge.this) {
                ended = true;
                failure = failure == null ? because : failure;
                LogMerge.this.notifyAll();
            }
        }
    }
}
