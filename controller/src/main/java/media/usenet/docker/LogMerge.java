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
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);

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
    /// @param onSilence called at least once a second while there is no line to hand over
    /// @throws RuntimeException what one of the logs failed with
    void drain(Consumer<LogLine> consumer, Runnable onSilence) throws InterruptedException {
        while (!ended()) {
            var line = next();
            if (line == null) {
                onSilence.run();
            } else {
                consumer.accept(line);
            }
        }
    }

    private synchronized boolean ended() {
        if (failure != null) {
            throw failure;
        }
        return lanes.stream().allMatch(lane -> lane.ended && lane.lines.isEmpty());
    }

    /// The next line; null when there is none within a second, or at the end.
    private synchronized @Nullable LogLine next() throws InterruptedException {
        var until = System.nanoTime() + LONGEST_WAIT;
        for (var left = LONGEST_WAIT; left > 0 && !ended(); left = until - System.nanoTime()) {
            var first = first();
            var hold = first == null ? left : Math.min(left, hold());
            if (first != null && hold <= 0) {
                notifyAll();
                return first.lines.remove();
            }
            // At least a millisecond: 0 would be without end.
            wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(hold)));
        }
        return null;
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
