package media.usenet.container;

import java.nio.ByteBuffer;

/// Where samples lie: `stsc` says how many each chunk has, `stco` or `co64` where the chunks begin.
final class Chunks {

    private final ByteBuffer runs;
    private final ByteBuffer offsets;
    private final boolean wide;
    private long chunk;
    private long left;
    private long perChunk;
    private long nextRun = 1;
    private long position;

    /// @param offsets behind its count
    Chunks(ByteBuffer runs, ByteBuffer offsets, boolean wide) {
        this.runs = runs;
        this.offsets = offsets;
        this.wide = wide;
    }

    /// The position of the next sample, which takes so many bytes.
    long next(int bytes) throws DamagedContainer {
        if (left == 0) {
            open();
        }
        left--;
        var here = position;
        position += bytes;
        return here;
    }

    private void open() throws DamagedContainer {
        chunk++;
        // first chunk, samples in each, description
        while (chunk >= nextRun && runs.remaining() >= 12) {
            runs.getInt();
            perChunk = Integer.toUnsignedLong(runs.getInt());
            runs.getInt();
            nextRun = runs.remaining() >= 12 ? Integer.toUnsignedLong(runs.getInt(runs.position())) : Long.MAX_VALUE;
        }
        if (perChunk == 0 || offsets.remaining() < (wide ? 8 : 4)) {
            throw new DamagedContainer("more samples than chunks");
        }
        position = wide ? offsets.getLong() : Integer.toUnsignedLong(offsets.getInt());
        left = perChunk;
    }
}
