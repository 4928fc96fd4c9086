package media.usenet.copies;

import java.nio.ByteBuffer;
import java.util.function.LongConsumer;

/// Reads and hashes files, one at a time, through buffers that it keeps. For one thread.
final class Reading {

    static final int SAMPLE_BYTES = 4096;

    /// Up to here the samples are the whole file.
    static final int SAMPLES_BYTES = 3 * SAMPLE_BYTES;

    /// Fits into the second cache of a core: what the kernel put there is hashed before it is pushed out.
    private static final int BUFFER_BYTES = 128 << 10;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final Digest digest = new Digest(BUFFER_BYTES);
    private final LongConsumer read;

    /// @param read is told how many bytes were read
    Reading(LongConsumer read) {
        this.read = read;
    }

    /// The hash of the first, middle and last 4 KiB; of all there is where there is no more.
    Hash sample(Content file) throws Unread {
        try (var open = OpenFile.open(file)) {
            buffer.clear();
            if (file.bytes() <= SAMPLES_BYTES) {
                open.readAt(buffer, 0, (int) file.bytes());
            } else {
                open.readAt(buffer, 0, SAMPLE_BYTES);
                open.readAt(buffer, (file.bytes() - SAMPLE_BYTES) / 2, SAMPLE_BYTES);
                open.readAt(buffer, file.bytes() - SAMPLE_BYTES, SAMPLE_BYTES);
            }
            read.accept(buffer.position());
            return digest.begin().add(buffer.flip()).end();
        }
    }

    Hash whole(Content file) throws Unread {
        try (var open = OpenFile.open(file)) {
            digest.begin();
            long length = 0;
            while (length < file.bytes()) {
                int now = open.read(buffer, (int) Math.min(BUFFER_BYTES, file.bytes() - length));
                if (now == 0) {
                    throw Unread.changed(file, length);
                }
                length += now;
                digest.add(buffer);
            }
            read.accept(length);
            return digest.end();
        }
    }
}
