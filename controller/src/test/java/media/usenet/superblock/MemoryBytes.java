package media.usenet.superblock;

import java.io.IOException;
import java.util.Arrays;

/// A device whose first bytes are an array, and all others zeros.
final class MemoryBytes implements ByteSource {

    private final byte[] bytes;
    private final long size;

    MemoryBytes(byte[] bytes, long size) {
        this.bytes = bytes;
        this.size = size;
    }

    static Content probe(byte[] bytes) throws IOException {
        return SuperblockProbe.of(new MemoryBytes(bytes, bytes.length));
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] read(long position, int length) {
        var from = (int) Math.min(position, bytes.length);
        var available = (int) Math.min(length, size - position);
        return Arrays.copyOf(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + available)), available);
    }
}
