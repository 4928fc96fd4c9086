package media.usenet.superblock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/// The bytes of a block device or an image file.
record FileBytes(FileChannel channel, long size) implements ByteSource {

    static FileBytes of(FileChannel channel) throws IOException {
        return new FileBytes(channel, channel.size());
    }

    @Override
    public byte[] read(long position, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) > 0) {
            // a device may give less than was asked for
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
