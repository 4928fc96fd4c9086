package media.usenet.copies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;

/// A file that is read, and whose failures tell which file it was.
final class OpenFile implements AutoCloseable {

    private final Content file;
    private final FileChannel channel;

    private OpenFile(Content file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static OpenFile open(Content file) throws Unread {
        try {
            return new OpenFile(
                    file, FileChannel.open(file.path(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw Unread.of(file.path(), e);
        }
    }

    Content file() {
        return file;
    }

    /// Reads on until the buffer is full or the file ends; then the buffer holds what was read.
    int read(ByteBuffer buffer) throws Unread {
        return read(buffer, buffer.capacity());
    }

    /// No more than so many bytes.
    int read(ByteBuffer buffer, int mostBytes) throws Unread {
        buffer.clear().limit(mostBytes);
        try {
            int now = channel.read(buffer);
            while (now >= 0 && buffer.hasRemaining()) {
                now = channel.read(buffer);
            }
        } catch (IOException e) {
            throw Unread.of(file.path(), e);
        }
        return buffer.flip().remaining();
    }

    /// Reads as many bytes from there on, behind what the buffer holds.
    void readAt(ByteBuffer buffer, long from, int bytes) throws Unread {
        buffer.limit(buffer.position() + bytes);
        try {
            long at = from;
            while (buffer.hasRemaining()) {
                int now = channel.read(buffer, at);
                if (now < 0) {
                    throw Unread.changed(file, at);
                }
                at += now;
            }
        } catch (IOException e) {
            throw Unread.of(file.path(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file.path(), e);
        }
    }
}
