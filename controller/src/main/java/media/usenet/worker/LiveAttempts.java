package media.usenet.worker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The attempts that run in this process.
public final class LiveAttempts {

    private final Map<String, LiveAttempt> attempts = new ConcurrentHashMap<>();
    private boolean stopping;

    synchronized void add(LiveAttempt attempt) {
        attempts.put(attempt.claim().lease(), attempt);
        if (stopping) {
            attempt.stop(LiveAttempt.Stop.STOPPING);
        }
    }

    /// Also those that were claimed just now and come a moment later.
    synchronized void stopAll() {
        stopping = true;
        attempts.values().forEach(attempt -> attempt.stop(LiveAttempt.Stop.STOPPING));
    }

    void remove(LiveAttempt attempt) {
        attempts.remove(attempt.claim().lease());
    }

    public List<LiveAttempt> all() {
        return List.copyOf(attempts.values());
    }

    boolean holds(String lease) {
        return attempts.containsKey(lease);
    }

    public Optional<LiveAttempt> of(String job) {
        return attempts.values().stream()
                .filter(attempt -> attempt.claim().job().equals(job))
                .filter(attempt -> attempt.stopped() != LiveAttempt.Stop.LOST)
                .findFirst();
    }
}
