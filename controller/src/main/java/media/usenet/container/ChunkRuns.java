package media.usenet.container;

import java.io.IOException;

/// How many samples lie in each chunk of a track (`stsc`), asked for in ascending order; all are counted from
/// 0.
final class ChunkRuns {

    private static final int ENTRY_BYTES = 12;
    private static final int LEAST_LONG = 1300;
    private static final int STRETCHES = 8;
    private static final int STRETCH_RUNS = 256;
    /// A chunk at either end of a stretch has one more or less.
    private static final int ROUNDING_SAMPLES = 3;

    private final EntryTable runs;
    private final long chunks;
    private long run;
    private long chunk;
    private long chunkEnd;
    private long sample;
    private long perChunk;

    /// @param chunks of the track
    ChunkRuns(FileBox tables, long chunks) throws IOException {
        this.runs = EntryTable.of(tables.required("stsc"), 4, ENTRY_BYTES);
        this.chunks = chunks;
    }

    /// Whether looking through all of it costs little.
    boolean isShort() {
        return runs.count() < LEAST_LONG;
    }

    /// A chunk and the first sample in it.
    record Begin(long chunk, long sample) {}

    /// Where the chunk begins that holds this sample.
    Begin holding(long wanted) throws IOException {
        while (wanted >= sample + (chunkEnd - chunk) * perChunk) {
            next();
        }
        var earlier = (wanted - sample) / perChunk;
        return new Begin(chunk + earlier, sample + earlier * perChunk);
    }

    /// The first sample in a chunk.
    long first(long wanted) throws IOException {
        while (wanted >= chunkEnd) {
            next();
        }
        return sample + (wanted - chunk) * perChunk;
    }

    private void next() throws IOException {
        if (run >= runs.count()) {
            throw new DamagedContainer("more samples than chunks");
        }
        sample += (chunkEnd - chunk) * perChunk;
        chunk = chunkEnd;
        perChunk = runs.number(run, 4);
        chunkEnd = end(run++);
        if (chunkEnd < chunk) {
            throw new DamagedContainer("stsc does not ascend");
        }
    }

    /// The chunk at which the next run begins.
    private long end(long entry) throws IOException {
        return entry + 1 < runs.count() ? Math.min(chunks, runs.number(entry + 1, 0) - 1) : chunks;
    }

    /// Whether chunks hold so many samples each all along, one more or less. Of a long table a few stretches
    /// are looked at.
    boolean even(double mean) throws IOException {
        if (isShort()) {
            return false;
        }
        var some = runs.inStretchesOf(STRETCH_RUNS);
        for (var stretch = 0; stretch < STRETCHES; stretch++) {
            var from = (runs.count() - STRETCH_RUNS) * stretch / (STRETCHES - 1);
            var off = 0.0;
            for (var entry = from; entry < from + STRETCH_RUNS - 1; entry++) {
                off += (some.number(entry + 1, 0) - some.number(entry, 0)) * (some.number(entry, 4) - mean);
            }
            if (Math.abs(off) > ROUNDING_SAMPLES) {
                return false;
            }
        }
        return true;
    }
}
