package media.usenet.queue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Tells those in this process who wait for something that a job has changed. Those in others look from time to
/// time.
public final class Bell {

    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /// @param listener is given the job's id, and returns at once
    /// @return ends the listening
    public Runnable listen(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public void ring(String job) {
        listeners.forEach(listener -> listener.accept(job));
    }
}
