package media.usenet.jobs;

import media.usenet.worker.Node;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// The queue begins when all is put together, and ends before anything that it needs.
final class QueueLife implements SmartLifecycle {

    private final Node node;
    private final @Nullable Chores chores;
    private volatile boolean running;

    /// @param chores null for a worker: they are the controller's
    QueueLife(Node node, @Nullable Chores chores) {
        this.node = node;
        this.chores = chores;
    }

    @Override
    public void start() {
        running = true;
        node.start();
        if (chores != null) {
            chores.start();
        }
    }

    @Override
    public void stop() {
        running = false;
        if (chores != null) {
            chores.close();
        }
        node.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
