package media.usenet.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Whether a file is as long as its container says: FFprobe reads the front of a film that was cut off, and finds
/// nothing wrong. Knows Matroska's segment (RFC 8794, 8795) and the boxes of MP4 (ISO 14496-12).
final class Endings {

    private static final int EBML = 0x1A45DFA3;
    private static final int SEGMENT = 0x18538067;
    private static final int FTYP = 0x66747970;
    private static final int MOST_BOXES = 10_000;
    private static final int LONG_HEADER = 16;

    private Endings() {}

    /// @return what is missing; empty where nothing is, or where the container does not say
    static Optional<String> missing(Path file, long bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var head = read(channel, 0, LONG_HEADER);
            if (head.remaining() < LONG_HEADER) {
                return Optional.empty();
            }
            long end = head.getInt(0) == EBML
                    ? endOfSegment(channel)
                    : head.getInt(4) == FTYP ? endOfBoxes(channel, bytes) : 0;
            return end > bytes
                    ? Optional.of("it ends %d bytes before its container does".formatted(end - bytes))
                    : Optional.empty();
        }
    }

    private static long endOfSegment(FileChannel channel) throws IOException {
        long at = 0;
        for (int element = 0; element < 3; element++) {
            var head = read(channel, at, LONG_HEADER);
            if (head.remaining() < 2) {
                return 0;
            }
            int id = head.getInt(0);
            long size = vint(head.position(4));
            if (size < 0) {
                return 0;
            }
            long next = at + head.position() + size;
            if (id == SEGMENT) {
                return next;
            }
            at = next;
        }
        return 0;
    }

    /// @return -1 for a size that is not known
    private static long vint(ByteBuffer bytes) {
        int first = bytes.get() & 0xff;
        int more = Integer.numberOfLeadingZeros(first) - 24;
        if (more > 7 || bytes.remaining() < more) {
            return -1;
        }
        long value = first & (0x7f >> more);
        for (int octet = 0; octet < more; octet++) {
            value = (value << 8) | (bytes.get() & 0xff);
        }
        return value == (1L << (7 * (more + 1))) - 1 ? -1 : value;
    }

    private static long endOfBoxes(FileChannel channel, long bytes) throws IOException {
        long at = 0;
        for (int box = 0; box < MOST_BOXES && at + 8 <= bytes; box++) {
            var head = read(channel, at, LONG_HEADER);
            long size = head.getInt(0) & 0xffffffffL;
            if (size == 1 && head.remaining() == LONG_HEADER) {
                size = head.getLong(8);
            }
            if (size < 8) {
                // 0 reaches to the end of the file; anything else is no size.
                return 0;
            }
            at += size;
        }
        return at;
    }

    private static ByteBuffer read(FileChannel channel, long at, int bytes) throws IOException {
        var buffer = ByteBuffer.allocate(bytes);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // On: a read may give less than was asked for.
        }
        return buffer.flip();
    }
}
