package media.usenet.linux;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;

/// What a test did to the machine, undone in reverse, each step whatever became of the others.
public final class Undo implements AutoCloseable {

    private final Deque<Step> steps = new ArrayDeque<>();

    /// One thing to undo.
    @FunctionalInterface
    public interface Step {
        void run() throws Exception;
    }

    public void later(Step step) {
        steps.push(step);
    }

    @Override
    public void close() {
        var failures = new ArrayList<Throwable>();
        while (!steps.isEmpty()) {
            try {
                steps.pop().run();
            } catch (Exception | AssertionError e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            var error = new AssertionError("not all could be undone", failures.getFirst());
            failures.stream().skip(1).forEach(error::addSuppressed);
            throw error;
        }
    }
}
