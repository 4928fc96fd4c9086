package media.usenet.drives;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.KernelEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One thread that waits for what the kernel announces, and now and then has everything looked at. Whatever breaks its
/// listening is told, and it begins again: without it drives would come and go unnoticed.
final class Listening {

    private static final Logger log = LoggerFactory.getLogger(Listening.class);
    private static final Duration WINDING_UP = Duration.ofSeconds(1);

    private final Source source;
    private final Consumer<KernelEvent> heard;
    private final Runnable sweep;
    private final long sweepNanos;
    private final CountDownLatch ending = new CountDownLatch(1);
    private volatile Optional<Throwable> broken = Optional.empty();
    private @Nullable Thread thread;

    /// Waits for the next announcement.
    interface Source {
        KernelEvent next(Duration patience) throws ErrnoException;
    }

    /// @param between two sweeps
    Listening(Source source, Consumer<KernelEvent> heard, Runnable sweep, Duration between) {
        this.source = source;
        this.heard = heard;
        this.sweep = sweep;
        this.sweepNanos = between.toNanos();
    }

    void start() {
        thread = Thread.ofPlatform().daemon().name("drive-watch").start(this::listenOn);
    }

    /// @param wake ends the waiting for an announcement
    void end(Runnable wake) {
        ending.countDown();
        wake.run();
        try {
            if (thread != null) {
                thread.join(WINDING_UP);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Why nothing is heard now, if so.
    Optional<Finding> trouble() {
        return broken.map(why -> new Finding(
                "DRIVES_NOT_HEARD",
                Severity.ERROR,
                "the kernel's announcements of drives are not heard: "
                        + Objects.requireNonNullElse(
                                why.getMessage(), why.getClass().getSimpleName()),
                "drives are looked at every %d s meanwhile; if this stays, restart the controller:"
                                .formatted(Duration.ofNanos(sweepNanos).toSeconds())
                        + " systemctl restart usenet-controller"));
    }

    private void listenOn() {
        while (!isEnding()) {
            try {
                listen();
            } catch (Exception | Error e) {
                // Errors too: nobody else would notice that the thread is gone.
                tell(e);
                pause();
            }
        }
    }

    private void listen() throws ErrnoException {
        if (broken.isPresent()) {
            sweep.run();
        }
        long next = System.nanoTime() + sweepNanos;
        while (!isEnding()) {
            var event = source.next(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            heard.accept(event);
            broken = Optional.empty();
            if (System.nanoTime() - next >= 0) {
                next = System.nanoTime() + sweepNanos;
                sweep.run();
            }
        }
    }

    /// Once, however often it breaks until something is heard again.
    private void tell(Throwable why) {
        if (broken.isEmpty() && !isEnding()) {
            log.error("drives are not heard of for the moment; all of them are looked at now and then", why);
        }
        broken = Optional.of(why);
    }

    /// As long as between two sweeps: what is broken would break again at once.
    private void pause() {
        try {
            ending.await(sweepNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isEnding() {
        return ending.getCount() == 0 || Thread.currentThread().isInterrupted();
    }
}
