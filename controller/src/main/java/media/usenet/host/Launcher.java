package media.usenet.host;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts processes, all of them on one thread that never ends: the kernel sends a parent-death signal when the
/// *thread* that started the process ends, and a virtual thread's carrier may end long before the controller does
/// (prctl(2), PR_SET_PDEATHSIG).
final class Launcher {

    private static final Logger log = LoggerFactory.getLogger(Launcher.class);

    private final LinkedBlockingQueue<Runnable> starts = new LinkedBlockingQueue<>();

    Launcher() {
        var thread = Thread.ofPlatform().daemon().name("launcher").unstarted(this::work);
        // The web server's, which it would have, is one that the server takes away again.
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        thread.start();
    }

    Process launch(ProcessBuilder builder) throws IOException {
        var started = new CompletableFuture<Process>();
        starts.add(() -> start(builder, started));
        try {
            return started.join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause());
        }
    }

    private static void start(ProcessBuilder builder, CompletableFuture<Process> started) {
        try {
            started.complete(builder.start());
        } catch (IOException | RuntimeException e) {
            started.completeExceptionally(e);
        }
    }

    private void work() {
        while (true) {
            take().run();
        }
    }

    /// Nobody knows this thread, so that nobody interrupts it; it must not end if someone did.
    private Runnable take() {
        while (true) {
            try {
                return starts.take();
            } catch (InterruptedException e) {
                log.debug("the launcher goes on", e);
            }
        }
    }
}
