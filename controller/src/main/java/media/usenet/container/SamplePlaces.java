package media.usenet.container;

import java.io.IOException;
import java.util.Optional;

/// Where the samples of an MP4 track lie. Asked for in ascending order it reads no table twice.
final class SamplePlaces {

    private final FileBox tables;
    private final SampleSizes sizes;
    private final ChunkOffsets offsets;
    private ChunkRuns runs;
    private ChunkRuns.Begin chunk = new ChunkRuns.Begin(-1, -1);
    private long sample;
    private long position;

    SamplePlaces(FileBox tables) throws IOException {
        this.tables = tables;
        this.sizes = SampleSizes.of(tables);
        this.offsets = ChunkOffsets.of(tables);
        this.runs = new ChunkRuns(tables, offsets.count());
    }

    record Extent(long position, int bytes) {}

    /// Empty where the track has no such sample, from 0.
    Optional<Extent> of(long wanted) throws IOException {
        if (wanted < 0 || wanted >= sizes.count()) {
            return Optional.empty();
        }
        if (wanted < sample) {
            runs = new ChunkRuns(tables, offsets.count());
        }
        var holding = runs.holding(wanted);
        if (holding.chunk() != chunk.chunk() || wanted < sample) {
            chunk = holding;
            sample = holding.sample();
            position = offsets.offset(holding.chunk());
        }
        for (; sample < wanted; sample++) {
            position += sizes.bytes(sample);
        }
        return Optional.of(new Extent(position, sizes.bytes(wanted)));
    }
}
