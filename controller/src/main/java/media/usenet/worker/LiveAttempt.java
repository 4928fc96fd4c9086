package media.usenet.worker;

import java.time.Duration;
import media.usenet.queue.Claim;
import media.usenet.queue.Picture;
import org.jspecify.annotations.Nullable;

/// An attempt that runs on this node: what can be told to it from other threads.
public final class LiveAttempt {

    /// Why an attempt is to end before its work has.
    public enum Stop {
        CANCELLED,
        /// The job is another's now; nothing may be written about it any more.
        LOST,
        /// The program stops; the job goes back into the queue.
        STOPPING
    }

    private final Claim claim;
    private final long version;
    private final Canvas canvas;
    private final Thread thread;
    private @Nullable Stop stop;
    private long stopNanos;
    private boolean working = true;

    /// @param version of the execution that was picked
    LiveAttempt(Claim claim, long version, Thread thread) {
        this.claim = claim;
        this.canvas = new Canvas(claim.earlier());
        this.version = version;
        this.thread = thread;
    }

    public Claim claim() {
        return claim;
    }

    long version() {
        return version;
    }

    Canvas canvas() {
        return canvas;
    }

    public Picture picture() {
        return canvas.picture();
    }

    /// The first reason counts, but that losing the job outdoes all others.
    public synchronized void stop(Stop why) {
        if (stop == null || why == Stop.LOST) {
            stop = why;
            stopNanos = System.nanoTime();
        }
        if (working) {
            thread.interrupt();
        }
    }

    synchronized @Nullable Stop stopped() {
        return stop;
    }

    /// For how long it has been told to end for that reason; zero where it has not.
    synchronized Duration stoppedFor(Stop why) {
        return stop == why ? Duration.ofNanos(System.nanoTime() - stopNanos) : Duration.ZERO;
    }

    synchronized boolean isWorking() {
        return working;
    }

    /// From here on nothing interrupts the thread: what it now writes is to be written.
    synchronized @Nullable Stop settle() {
        working = false;
        Thread.interrupted();
        return stop;
    }
}
