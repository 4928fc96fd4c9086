package media.usenet.drives;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import media.usenet.health.Finding;
import media.usenet.linux.KernelEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ListeningTest {

    private static final long PATIENCE_SECONDS = 20;

    /// What the kernel says next: handed over only when it is waited for.
    private final SynchronousQueue<Said> said = new SynchronousQueue<>();

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final Listening listening = new Listening(
            _ -> said().event(),
            event -> done.add(event.getClass().getSimpleName()),
            () -> done.add("sweep"),
            Duration.ofMillis(1));

    private sealed interface Said {
        KernelEvent event();

        record Event(KernelEvent event) implements Said {}

        record Failure(RuntimeException why) implements Said {
            @Override
            public KernelEvent event() {
                throw why;
            }
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        listening.end(() -> said.offer(new Said.Event(new KernelEvent.Quiet())));
    }

    @Test
    void what_is_announced_is_handed_on() throws InterruptedException {
        listening.start();
        say(new Said.Event(new KernelEvent.MountTableChanged()));
        assertThat(next()).isEqualTo("MountTableChanged");
        assertThat(listening.trouble()).isEmpty();
    }

    @Test
    void a_listening_that_breaks_is_told_and_begun_again_with_a_look_at_everything() throws InterruptedException {
        listening.start();

        say(new Said.Failure(new IllegalStateException("poll(): EBADF")));

        assertThat(next()).isEqualTo("sweep");
        assertThat(listening.trouble()).map(Finding::text).get().asString().contains("poll(): EBADF");
        assertThat(listening.trouble()).map(Finding::remedy).get().asString().contains("systemctl restart");
        say(new Said.Failure(new IllegalStateException("again")));
        assertThat(next()).isEqualTo("sweep");
        say(new Said.Event(new KernelEvent.Overrun()));
        assertThat(next()).isEqualTo("Overrun");
        // It waits again, so that what came before is over.
        say(new Said.Event(new KernelEvent.Quiet()));
        assertThat(listening.trouble()).isEmpty();
    }

    private Said said() {
        try {
            return said.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void say(Said what) throws InterruptedException {
        assertThat(said.offer(what, PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private String next() throws InterruptedException {
        return String.valueOf(done.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }
}
