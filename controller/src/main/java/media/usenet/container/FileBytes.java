package media.usenet.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/// Bounded reads from a file that is not trusted.
final class FileBytes {

    /// More than any film's index takes; a file that claims more is damaged or an attack.
    static final int MOST_AT_ONCE = 64 << 20;

    private final SeekableByteChannel channel;
    private final long size;

    FileBytes(SeekableByteChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    long size() {
        return size;
    }

    /// Exactly these bytes, big-endian.
    ByteBuffer read(long position, long length) throws IOException {
        if (position < 0 || length < 0 || length > MOST_AT_ONCE || position > size - length) {
            throw new DamagedContainer("%d bytes at %d are not within the file's %d".formatted(length, position, size));
        }
        return fill(position, ByteBuffer.allocate((int) length));
    }

    /// These bytes, or as many as there are before the file ends.
    ByteBuffer upTo(long position, int length) throws IOException {
        return read(position, Math.clamp(size - position, 0, length));
    }

    private ByteBuffer fill(long position, ByteBuffer buffer) throws IOException {
        channel.position(position);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new DamagedContainer("the file ended while it was read");
            }
        }
        return buffer.flip();
    }
}
