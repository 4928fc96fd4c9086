package media.usenet.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import org.jspecify.annotations.Nullable;

/// The file at the end of streams that close what they write to, while it has to be synced after that.
final class KeptOpen implements WritableByteChannel {

    private final FileChannel channel;
    private @Nullable IOException refused;

    KeptOpen(FileChannel channel) {
        this.channel = channel;
    }

    /// What the drive said first. Compression and encryption fail in ways of their own once it takes no more.
    IOException reason(IOException last) {
        return refused == null ? last : refused;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        try {
            return channel.write(bytes);
        } catch (IOException e) {
            refused = refused == null ? e : refused;
            throw e;
        }
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        // by the owner of the channel
    }
}
