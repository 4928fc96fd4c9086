package media.usenet.drives;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Looks at files without a rest between two looks: what is waited for is seen within microseconds.
final class Looking {

    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();

    private Looking() {}

    /// Opens and reads the file until that works.
    static void untilRead(Path file) {
        until(file + " can be read", () -> reads(file));
    }

    /// Opens the file until there is none: an input/output error is not that.
    static void untilGone(Path file) {
        until(file + " is gone", () -> isGone(file));
    }

    static void until(String what, BooleanSupplier seen) {
        long end = System.nanoTime() + PATIENCE;
        while (!seen.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain until " + what);
            }
            Thread.onSpinWait();
        }
    }

    private static boolean reads(Path file) {
        try {
            return Files.readAllBytes(file).length > 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isGone(Path file) {
        try (var _ = Files.newByteChannel(file)) {
            return false;
        } catch (NoSuchFileException _) {
            return true;
        } catch (FileSystemException _) {
            return false;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
