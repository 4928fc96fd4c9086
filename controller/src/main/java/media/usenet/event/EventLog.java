package media.usenet.event;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;

/// What happened, numbered from 1, the last of it kept. Safe for many tellers and followers at once: each follower has
/// a
/// queue of its own, so that none can hold up or break whoever tells.
public final class EventLog<E> {

    /// @param number counts from 1; what followers name to go on from where they were
    public record Entry<E>(long number, E event) {}

    private final int kept;
    private final Deque<Entry<E>> entries = new ArrayDeque<>();
    private final Map<Long, Queue<Entry<E>>> followers = new LinkedHashMap<>();
    private long number;
    private long seats;

    /// @param kept how many of the last events can still be asked for
    public EventLog(int kept) {
        this.kept = kept;
    }

    public synchronized void tell(E event) {
        if (entries.size() >= kept) {
            entries.removeFirst();
        }
        var entry = new Entry<>(++number, event);
        entries.addLast(entry);
        followers.values().forEach(follower -> follower.add(entry));
    }

    /// First what was told after `lastSeen`, then what is told from now on.
    ///
    /// @return ends the following
    public synchronized Runnable follow(long lastSeen, Queue<Entry<E>> follower) {
        entries.stream().filter(entry -> entry.number() > lastSeen).forEach(follower::add);
        long seat = ++seats;
        followers.put(seat, follower);
        return () -> leave(seat);
    }

    /// The number of the last event; 0 before the first.
    public synchronized long last() {
        return number;
    }

    private synchronized void leave(long seat) {
        followers.remove(seat);
    }
}
