package media.usenet.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The sample tables of one MP4 track (ISO/IEC 14496-12, 8.6 and 8.7). Of long ones as little is read as key
/// frames and curve need: a film of two hours has an entry for each of 170,000 frames in three of them.
final class SampleTable {

    private static final int MOST_KEYS = 8192;
    private static final int MOST_POINTS = 8192;
    private static final int MOST_SIZES_BYTES = 64 << 10;
    private static final double COARSE_SECONDS = 3;

    private final FileBox tables;
    private final long timescale;
    private final long mediaStart;
    private final long ticks;
    private final SampleSizes sizes;
    private final SampleTimes times;

    /// @param timescale ticks a second
    /// @param mediaStart tick at which the film begins, as its edit list says
    /// @param ticks of the whole track, as its header says
    SampleTable(FileBox tables, long timescale, long mediaStart, long ticks) throws IOException {
        this.tables = tables;
        this.timescale = timescale;
        this.mediaStart = mediaStart;
        this.ticks = ticks;
        this.sizes = SampleSizes.of(tables);
        this.times = SampleTimes.of(EntryTable.of(tables.required("stts"), 4, 8), sizes.count(), ticks, timescale);
    }

    /// @throws DamagedContainer also when the chunks do not hold all samples, where looking costs little
    ContainerIndex index(FilmTrack track) throws IOException {
        var chunks = new ChunkRuns(tables, ChunkOffsets.of(tables).count());
        if (chunks.isShort() && sizes.count() > 0) {
            chunks.holding(sizes.count() - 1);
        }
        var seconds = Math.max(0, (double) ticks / timescale);
        return new ContainerIndex(track, seconds, keys(), curve(seconds).bytesPerSecond());
    }

    private SampleShifts shifts() throws IOException {
        return SampleShifts.of(tables.child("ctts"));
    }

    /// Of more than anybody compares some, evenly spread.
    private List<KeyFrame> keys() throws IOException {
        var all = KeyNumbers.of(tables, sizes.count());
        var step = Math.ceilDiv(all.count(), MOST_KEYS);
        var numbers = all.every(step);
        var time = times.again();
        var shifts = shifts();
        var keys = new ArrayList<KeyFrame>();
        var last = -1L;
        for (var i = 0L; i < all.count(); i += step) {
            var sample = numbers.sample(i);
            if (sample > last && sample < sizes.count()) {
                var micros = micros(time.tick(sample) + shifts.ticks(sample));
                keys.add(new KeyFrame(micros, new KeyFrame.Place.Sample(tables.position(), sample)));
                last = sample;
            }
        }
        keys.sort(Comparator.comparingLong(KeyFrame::micros));
        return keys;
    }

    private long micros(double tick) {
        return Math.max(0, Math.round((tick - mediaStart) * 1e6 / timescale));
    }

    /// Of a short film each frame is counted. Of a long one it is told by where chunks begin: exact at every
    /// point that is looked at, while some of the sizes tell little, as frames of one second differ more than
    /// seconds do. What lies between is told with it: sound, at a rate that hardly changes.
    private ByteCurve curve(double seconds) throws IOException {
        var offsets = ChunkOffsets.of(tables);
        var coarse = offsets.count() * COARSE_SECONDS < seconds;
        return sizes.tableBytes() <= MOST_SIZES_BYTES || coarse ? bySizes(seconds) : byChunks(seconds, offsets);
    }

    private ByteCurve bySizes(double seconds) throws IOException {
        var curve = new ByteCurve(seconds);
        var time = times.again();
        var shift = shifts().ticks(0);
        for (var sample = 0L; sample < sizes.count(); sample++) {
            curve.add(micros(time.tick(sample) + shift) / 1e6, sizes.bytes(sample));
        }
        return curve;
    }

    private ByteCurve byChunks(double seconds, ChunkOffsets all) throws IOException {
        var step = Math.ceilDiv(all.count(), MOST_POINTS);
        var offsets = all.every(step);
        var runs = new ChunkRuns(tables, all.count());
        var mean = (double) sizes.count() / all.count();
        var even = runs.even(mean);
        var time = times.again();
        var shift = shifts().ticks(0);
        var curve = new ByteCurve(seconds);
        var from = 0.0;
        var begin = -1L;
        for (var chunk = 0L; chunk < all.count(); chunk += step) {
            var sample = even ? Math.round(chunk * mean) : runs.first(chunk);
            var until = micros(time.tick(sample) + shift) / 1e6;
            var end = offsets.offset(chunk);
            if (begin >= 0 && end > begin && until > from) {
                curve.spread(from, until, (double) (end - begin));
            }
            from = until;
            begin = end;
        }
        return curve;
    }
}
