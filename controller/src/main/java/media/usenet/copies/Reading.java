package media.usenet.copies;

import java.nio.ByteBuffer;
import java.util.function.LongConsumer;

/// Reads and hashes files, one at a time, through buffers that it keeps. For one thread.
final class Reading {

    static final int SAMPLE_BYTES = 4096;

    /// Up to here the samples are the whole file.
    static final int SAMPLES_BYTES = 3 * SAMPLE_BYTES;

    /// Fits into the second cache of a core: what the kernel put there is hashed before it is pushed out.
    static final int BUFFER_BYTES = 128 << 10;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private final Digest digest = Digest.of(BUFFER_BYTES);
    private final int wholeUpToBytes;
    private final LongConsumer read;

    /// @param wholeUpToBytes smaller files are read at once rather than in three places; at most the buffer
    /// @param read is told how many bytes were read
    Reading(int wholeUpToBytes, LongConsumer read) {
        this.wholeUpToBytes = wholeUpToBytes;
        this.read = read;
    }

    /// Of the first, middle and last 4 KiB; of all bytes as well where the file is small.
    Hashes sample(Content file) throws Unread {
        try (var open = OpenFile.open(file)) {
            buffer.clear();
            return file.bytes() <= wholeUpToBytes ? small(file, open) : large(file, open);
        }
    }

    private Hashes small(Content file, OpenFile open) throws Unread {
        int bytes = (int) file.bytes();
        open.readAt(buffer, 0, bytes);
        read.accept(bytes);
        var whole = digest.begin().add(buffer.flip()).end();
        if (bytes <= SAMPLES_BYTES) {
            return new Hashes(whole, whole);
        }
        digest.begin();
        for (long from : samples(bytes)) {
            digest.add(buffer.slice((int) from, SAMPLE_BYTES));
        }
        return new Hashes(digest.end(), whole);
    }

    private Hashes large(Content file, OpenFile open) throws Unread {
        for (long from : samples(file.bytes())) {
            open.readAt(buffer, from, SAMPLE_BYTES);
        }
        read.accept(SAMPLES_BYTES);
        return new Hashes(digest.begin().add(buffer.flip()).end(), null);
    }

    /// Where they begin, in a file longer than all of them.
    private static long[] samples(long bytes) {
        return new long[] {0, (bytes - SAMPLE_BYTES) / 2, bytes - SAMPLE_BYTES};
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
