package media.usenet.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// A file that counts what is read of it.
public final class CountedChannel implements SeekableByteChannel {

    private static final long PAGE_BYTES = 4096;

    private final SeekableByteChannel channel;
    private final Set<Long> pages = new HashSet<>();
    private long bytes;

    private CountedChannel(SeekableByteChannel channel) {
        this.channel = channel;
    }

    public static CountedChannel open(Path file) throws IOException {
        return new CountedChannel(FileChannel.open(file));
    }

    public long bytes() {
        return bytes;
    }

    /// Bytes of the pages that the kernel touched for it, without what it reads ahead.
    public long pageBytes() {
        return pages.size() * PAGE_BYTES;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        var at = channel.position();
        var read = channel.read(into);
        for (var page = at / PAGE_BYTES; page * PAGE_BYTES < at + read; page++) {
            pages.add(page);
        }
        bytes += Math.max(0, read);
        return read;
    }

    @Override
    public int write(ByteBuffer from) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        channel.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
