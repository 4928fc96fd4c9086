package media.usenet.staging;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import media.usenet.staging.DatabaseCopies.Copy;

/// Databases that a thread of their own copies and checks, one after another, while the caller's copies small files.
final class LiveCopies implements AutoCloseable {

    private final DatabaseCopies copies;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("backup-databases").factory());
    private final List<Begun> begun = new ArrayList<>();

    LiveCopies(DatabaseCopies copies) {
        this.copies = copies;
    }

    record Begun(Found found, Future<Copy> future) {

        /// Waits for it.
        ///
        /// @throws SQLException when SQLite would not copy it
        Copy copy() throws IOException, SQLException {
            try {
                return future.get();
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case IOException cause -> throw cause;
                    case SQLException cause -> throw cause;
                    case null, default -> throw new IllegalStateException("cannot copy " + found.file(), e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while " + found.file() + " is copied", e);
            }
        }
    }

    void begin(Found found) {
        begun.add(new Begun(found, thread.submit(() -> copies.live(found))));
    }

    /// In the order in which they began.
    List<Begun> begun() {
        return begun;
    }

    /// What has not begun is left undone.
    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
