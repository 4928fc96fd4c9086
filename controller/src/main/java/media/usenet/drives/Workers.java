package media.usenet.drives;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Threads for whatever touches a drive: one that hangs in the kernel costs a thread, and nobody waits for it longer
/// than said. Platform threads, because a call that hangs would hold on to the carrier of a virtual one.
final class Workers implements AutoCloseable {

    private static final long WINDING_UP_SECONDS = 1;

    private final ExecutorService threads = new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            60,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("drive-", 0).factory(),
            // Only once it is closed.
            new ThreadPoolExecutor.DiscardPolicy());

    void start(Runnable work) {
        threads.execute(work);
    }

    /// @param what is being done, for the message
    /// @throws ProblemException `DRIVE_HANGS` when it takes longer; the work goes on behind
    <R> R ask(String what, Duration limit, Callable<R> work) {
        var task = new FutureTask<>(work);
        threads.execute(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new ProblemException(
                    Problem.DRIVE_HANGS,
                    "%s did not end in %d s: the drive does not answer".formatted(what, limit.toSeconds()),
                    "check its cable and power; the other drives are not concerned");
        } catch (ExecutionException e) {
            throw rethrown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: " + what, e);
        }
    }

    /// Begins nothing more, and gives what is under way a moment to end.
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(WINDING_UP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException rethrown(ExecutionException e) {
        return e.getCause() instanceof RuntimeException thrown ? thrown : new IllegalStateException(e.getCause());
    }
}
