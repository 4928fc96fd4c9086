package media.usenet.container;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;

/// Walks the sample tables of one MP4 track (ISO/IEC 14496-12, 8.6 and 8.7).
final class SampleTable {

    /// 24 hours at 60 frames a second.
    private static final long MOST_SAMPLES = 24L * 3600 * 60;

    private final Box tables;
    private final long timescale;
    private final long mediaStart;

    /// @param timescale ticks a second
    /// @param mediaStart tick at which the film begins, as its edit list says
    SampleTable(Box tables, long timescale, long mediaStart) {
        this.tables = tables;
        this.timescale = timescale;
        this.mediaStart = mediaStart;
    }

    ContainerIndex index(FilmTrack track, double seconds) throws DamagedContainer {
        var sizes = tables.required("stsz").table();
        var same = sizes.getInt();
        var count = Integer.toUnsignedLong(sizes.getInt());
        if (count > MOST_SAMPLES || (same == 0 && sizes.remaining() < 4 * count)) {
            throw new DamagedContainer("stsz names %d samples".formatted(count));
        }
        var decoding = Runs.of(tables.required("stts"));
        var composition = tables.child("ctts");
        var shift = composition.isPresent() ? Runs.of(composition.get()) : new Runs(ByteBuffer.allocate(0));
        var chunks = chunks();
        var keyNumbers = keyNumbers();
        var curve = new ByteCurve(seconds);
        var keys = new ArrayList<KeyFrame>();
        var tick = 0L;
        for (var sample = 1L; sample <= count; sample++) {
            var bytes = same == 0 ? sizes.getInt() : same;
            if (bytes < 0) {
                throw new DamagedContainer("a sample of more than 2 GiB");
            }
            var position = chunks.next(bytes);
            var micros = micros(tick + shift.next());
            curve.add(micros / 1e6, bytes);
            if (keyNumbers.is(sample)) {
                keys.add(new KeyFrame(micros, new KeyFrame.Place.Sample(position, bytes)));
            }
            tick += Integer.toUnsignedLong(decoding.next());
        }
        keys.sort(Comparator.comparingLong(KeyFrame::micros));
        return new ContainerIndex(track, seconds, keys, curve.bytesPerSecond());
    }

    private long micros(long tick) {
        return Math.max(0, Math.round((tick - mediaStart) * 1e6 / timescale));
    }

    private Chunks chunks() throws DamagedContainer {
        var wide = tables.child("co64");
        var offsets = wide.isPresent() ? wide.get() : tables.required("stco");
        return new Chunks(tables.required("stsc").from(8), offsets.from(8), wide.isPresent());
    }

    private KeyNumbers keyNumbers() throws DamagedContainer {
        var table = tables.child("stss");
        return table.isPresent() ? new KeyNumbers(table.get().from(8)) : new KeyNumbers(ByteBuffer.allocate(0));
    }

    /// The numbers of the key frames, ascending, walked beside the samples. Without any, every sample is one.
    private static final class KeyNumbers {

        private final ByteBuffer table;
        private final boolean all;
        private long next;

        KeyNumbers(ByteBuffer table) {
            this.table = table;
            this.all = table.remaining() < 4;
        }

        boolean is(long sample) {
            while (next < sample && table.remaining() >= 4) {
                next = Integer.toUnsignedLong(table.getInt());
            }
            return all || next == sample;
        }
    }
}
