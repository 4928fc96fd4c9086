package media.usenet.superblock;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A device whose beginning and end are read at once, and the rest where a format leads to it.
final class DeviceBytes {

    /// To the end of the btrfs superblock, the last that stands at a fixed place.
    private static final int HEAD = 68 * 1024;
    /// md 0.90 stands as far as 128 KiB before the end.
    private static final int TAIL = 128 * 1024;

    private final ByteSource source;
    private final byte[] head;
    private final byte[] tail;
    private final List<byte[]> others = new ArrayList<>();

    DeviceBytes(ByteSource source) throws IOException {
        this.source = source;
        this.head = source.read(0, (int) Math.min(HEAD, source.size()));
        this.tail = source.read(tailStart(), (int) (source.size() - tailStart()));
    }

    long size() {
        return source.size();
    }

    /// @param position anywhere, also where no device has a byte
    Bytes at(long position, int length) throws IOException {
        if (position < 0 || position >= size()) {
            return new Bytes(new byte[0]);
        }
        var end = position + Math.min(length, size() - position);
        if (end <= head.length) {
            return new Bytes(Arrays.copyOfRange(head, (int) position, (int) end));
        }
        if (position >= tailStart() && end <= tailStart() + tail.length) {
            return new Bytes(Arrays.copyOfRange(tail, (int) (position - tailStart()), (int) (end - tailStart())));
        }
        others.add(source.read(position, (int) (end - position)));
        return new Bytes(others.getLast());
    }

    /// Whether all that was read is zeros.
    boolean blank() {
        return zero(head) && zero(tail) && others.stream().allMatch(DeviceBytes::zero);
    }

    private static boolean zero(byte[] bytes) {
        return Arrays.equals(bytes, new byte[bytes.length]);
    }

    private long tailStart() {
        return Math.max(0, source.size() - TAIL);
    }
}
