package media.usenet.transcode;

import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import media.usenet.problem.ProblemException;

/// Looks into a file of the library while its job is still being queued, so that a job that can run at once finds
/// what is in it already told.
final class FirstLook {

    private final Consumer<Path> look;
    /// One at a time: of many that are queued at once, only the first can run at once.
    private final Semaphore free = new Semaphore(1);

    /// @param look remembers what it has seen
    FirstLook(Consumer<Path> look) {
        this.look = look;
    }

    /// Returns at once.
    void begin(Path file) {
        if (free.tryAcquire()) {
            Thread.ofVirtual().name("first-look").start(() -> at(file));
        }
    }

    private void at(Path file) {
        try {
            look.accept(file);
        } catch (ProblemException _) {
            // The job looks again, and tells whoever asked for it what is wrong.
        } finally {
            free.release();
        }
    }
}
