package media.usenet.queue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import media.usenet.job.Lane;

/// Which slots of this node's lanes are free. Counted in this process: what it has picked it also runs.
public final class Slots {

    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Map<String, Set<String>> taken = new HashMap<>();
    private boolean closed;

    /// Lanes that are gone finish what they run, and get nothing more.
    public synchronized void have(List<Lane> now) {
        lanes.clear();
        now.forEach(lane -> lanes.put(lane.name(), lane));
    }

    public synchronized List<Lane> lanes() {
        return List.copyOf(lanes.values());
    }

    /// From here on nothing more is picked.
    public synchronized void close() {
        closed = true;
    }

    /// The lanes that have free slots, with as many as are free.
    public synchronized List<Lane> free() {
        return closed
                ? List.of()
                : lanes.values().stream()
                        .filter(lane -> lane.slots() > running(lane.name()))
                        .map(lane -> new Lane(lane.name(), lane.slots() - running(lane.name())))
                        .toList();
    }

    public synchronized void take(String lane, String job) {
        taken.computeIfAbsent(lane, _ -> new HashSet<>()).add(job);
    }

    public synchronized void giveBack(String job) {
        taken.values().forEach(jobs -> jobs.remove(job));
    }

    private int running(String lane) {
        return taken.getOrDefault(lane, Set.of()).size();
    }
}
