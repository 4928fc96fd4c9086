package media.usenet.library;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// What a scan has come to so far. Safe to use from several threads.
final class Tally {

    /// What is counted.
    enum Count {
        FOLDERS,
        FILES,
        ADDED,
        CHANGED,
        /// Known bytes under another name, or another name of known bytes: not looked into again.
        MOVED,
        UNCHANGED,
        GONE,
        UNKNOWN,
        PROBED
    }

    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final Map<String, Long> looks = new TreeMap<>();

    synchronized void add(Count count, long more) {
        counts.merge(count, more, Long::sum);
    }

    synchronized void look(ProbeStatus status) {
        add(Count.PROBED, 1);
        looks.merge(status.word(), 1L, Long::sum);
    }

    synchronized long of(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    synchronized Map<String, Long> looks() {
        return new TreeMap<>(looks);
    }
}
