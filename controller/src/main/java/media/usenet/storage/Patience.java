package media.usenet.storage;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Asks things of file systems that may hang for ever with their drive, and waits only so long. Safe to use from
/// several threads.
///
/// A thread that hangs in the kernel cannot be ended. So there is never more than one for each thing that is asked:
/// what is asked meanwhile waits for its turn, and once that thread is overdue nothing further is begun.
public final class Patience {

    // Not virtual: a virtual thread that hangs in the kernel keeps the thread that carries it.
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().daemon().name("question-", 1).factory();
    private static final Executor EACH_IN_ITS_OWN =
            question -> THREADS.newThread(question).start();

    private final Duration limit;
    private final Map<String, CompletableFuture<?>> last = new ConcurrentHashMap<>();
    private final Map<String, Long> runningSinceNanos = new ConcurrentHashMap<>();

    /// Something to ask; may block for ever.
    @FunctionalInterface
    public interface Question<T> {
        T answer() throws IOException;
    }

    /// A question on its way.
    @FunctionalInterface
    public interface Pending<T> {

        /// Waits until the limit is over, counted from when it was asked.
        Answer<T> answer();
    }

    public Patience(Duration limit) {
        this.limit = limit;
    }

    /// @param about what would hang: the number of a mounted file system
    public <T> Answer<T> ask(String about, Question<T> question) {
        return begin(about, question).answer();
    }

    /// For several things at once, so that together they take no longer than one.
    public synchronized <T> Pending<T> begin(String about, Question<T> question) {
        if (isOverdue(runningSinceNanos.get(about))) {
            return () -> new Answer.Silent<>(limit);
        }
        long sinceNanos = System.nanoTime();
        runningSinceNanos.putIfAbsent(about, sinceNanos);
        CompletableFuture<?> turn = last.getOrDefault(about, CompletableFuture.completedFuture(about));
        var answer = turn.handleAsync((_, _) -> run(about, question), EACH_IN_ITS_OWN);
        last.put(about, answer);
        return () -> within(limit.toNanos() - (System.nanoTime() - sinceNanos), answer);
    }

    /// How many threads hang now.
    public int hanging() {
        return (int) runningSinceNanos.values().stream().filter(this::isOverdue).count();
    }

    private boolean isOverdue(@Nullable Long sinceNanos) {
        return sinceNanos != null && System.nanoTime() - sinceNanos >= limit.toNanos();
    }

    private <T> Answer<T> run(String about, Question<T> question) {
        runningSinceNanos.putIfAbsent(about, System.nanoTime());
        try {
            return new Answer.Given<>(question.answer());
        } catch (IOException e) {
            return new Answer.Failed<>(e);
        } finally {
            runningSinceNanos.remove(about);
        }
    }

    private <T> Answer<T> within(long nanos, CompletableFuture<Answer<T>> answer) {
        try {
            return answer.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return new Answer.Silent<>(limit);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }
}
