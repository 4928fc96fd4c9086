package media.usenet.docker;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An answer of the engine that comes bit by bit, on a thread of its own, until it ends or is closed.
abstract class EngineStream<T> implements ResultCallback<T> {

    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    private @Nullable Closeable connection;
    private boolean closed;

    /// Tells the listener of the end, and what it failed with; one that was closed has not failed.
    void onEnd(Consumer<@Nullable Throwable> listener) {
        var _ = end.whenComplete((_, failure) -> listener.accept(failure));
    }

    /// Waits for the end.
    ///
    /// @throws RuntimeException what it failed with
    void await() throws InterruptedException {
        try {
            end.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new CompletionException(e.getCause());
        }
    }

    @Override
    public void onStart(Closeable opened) {
        synchronized (this) {
            connection = opened;
            if (!closed) {
                return;
            }
        }
        quietly(opened);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void close() {
        Closeable open;
        synchronized (this) {
            closed = true;
            open = connection;
        }
        end.complete(null);
        if (open != null) {
            quietly(open);
        }
    }

    private static void quietly(Closeable connection) {
        try {
            connection.close();
        } catch (IOException _) {
            // It was to be ended, and it has.
        }
    }
}
