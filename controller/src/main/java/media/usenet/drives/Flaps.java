package media.usenet.drives;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Counts how often drives are pulled: a loose cable must not make containers and file systems dance. Not by the wall
/// clock, which jumps.
final class Flaps {

    private static final int TOO_OFTEN = 5;
    private static final long WITHIN = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private final Map<String, Deque<Long>> pulls = new HashMap<>();

    Flaps(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void pulled(String slot) {
        pulls.computeIfAbsent(slot, _ -> new ArrayDeque<>()).addLast(nanoTime.getAsLong());
    }

    synchronized boolean tooOften(String slot) {
        var recent = pulls.getOrDefault(slot, new ArrayDeque<>());
        long now = nanoTime.getAsLong();
        recent.removeIf(pull -> now - pull > WITHIN);
        return recent.size() >= TOO_OFTEN;
    }

    synchronized void forget(String slot) {
        pulls.remove(slot);
    }
}
