package media.usenet.library;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// Runs a sweep, and leaves it alone when its drive says nothing any more: a thread that hangs in the kernel cannot
/// be ended.
final class Walking {

    private static final Duration LOOK = Duration.ofMillis(500);

    enum Outcome {
        DONE,
        NOT_THERE,
        HANGS
    }

    private final String name;
    private final Duration patience;
    private final AtomicLong heard = new AtomicLong(System.nanoTime());

    Walking(String name, Duration patience) {
        this.name = name;
        this.patience = patience;
    }

    /// @param told twice a second while it goes on
    Outcome run(Sweep sweep, Runnable told) throws InterruptedException {
        var outcome = new AtomicReference<>(Outcome.NOT_THERE);
        var failure = new AtomicReference<RuntimeException>();
        // Not virtual: a virtual thread that hangs in the kernel keeps the thread that carries it.
        var thread = Thread.ofPlatform().daemon().name("library-walk-" + name).start(() -> {
            try {
                outcome.set(sweep.run(() -> heard.set(System.nanoTime())) ? Outcome.DONE : Outcome.NOT_THERE);
            } catch (RuntimeException e) {
                failure.set(e);
            }
        });
        while (!thread.join(LOOK)) {
            if (System.nanoTime() - heard.get() > patience.toNanos()) {
                sweep.abandon();
                return Outcome.HANGS;
            }
            told.run();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return outcome.get();
    }
}
