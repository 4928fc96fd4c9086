package media.usenet.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import media.usenet.linux.FileStatus;

/// Whether most of a file has never been written: asking costs one call, reading it would give gigabytes of zeros.
final class Holes {

    /// File systems keep small files in places that they do not count.
    private static final long SMALL_BYTES = 1 << 20;

    private Holes() {}

    /// @param first the bytes that the file begins with
    /// @return how much of it is there; empty where enough is
    static Optional<String> in(Found file, ByteBuffer first) throws IOException {
        if (file.bytes() < SMALL_BYTES) {
            return Optional.empty();
        }
        long allocated = FileStatus.of(file.path()).allocatedBytes();
        // File systems of programs and of other machines may count nothing at all.
        boolean counted = allocated > 0 || zeros(first);
        return counted && allocated < file.bytes() / 2
                ? Optional.of("only %,d of its %,d bytes have been written".formatted(allocated, file.bytes()))
                : Optional.empty();
    }

    private static boolean zeros(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            if (bytes.get() != 0) {
                return false;
            }
        }
        return true;
    }
}
