package media.usenet.container;

import java.io.IOException;

/// When the samples of a track begin (`stts`), asked for in ascending order. A long table whose samples are all
/// as long, but for rounding, is not read whole: films that came from Matroska have milliseconds, and an entry
/// for every frame or two.
final class SampleTimes {

    private static final int LEAST_LONG = 2048;
    private static final int STRETCHES = 8;
    private static final int STRETCH_RUNS = 512;
    /// Both ends of a stretch are rounded to milliseconds.
    private static final double ROUNDING_SECONDS = 0.003;

    private final EntryTable runs;
    private final double each;
    private long run;
    private long begin;
    private long length;
    private long delta;
    private double tick;

    /// @param each ticks of every sample; 0 where they are as the table says
    private SampleTimes(EntryTable runs, double each) {
        this.runs = runs;
        this.each = each;
    }

    /// @param ticks of all samples, as the track's header has it
    /// @param timescale ticks a second
    static SampleTimes of(EntryTable runs, long samples, long ticks, long timescale) throws IOException {
        var mean = (double) ticks / Math.max(1, samples);
        var even = runs.count() >= LEAST_LONG && even(runs, mean, timescale * ROUNDING_SECONDS);
        return new SampleTimes(runs, even ? mean : 0);
    }

    /// The same, to be asked from the first sample on again.
    SampleTimes again() {
        return new SampleTimes(runs, each);
    }

    private static boolean even(EntryTable table, double mean, double rounding) throws IOException {
        var runs = table.inStretchesOf(STRETCH_RUNS);
        for (var stretch = 0; stretch < STRETCHES; stretch++) {
            var from = (runs.count() - STRETCH_RUNS) * stretch / (STRETCHES - 1);
            var off = 0.0;
            for (var entry = from; entry < from + STRETCH_RUNS; entry++) {
                off += runs.number(entry, 0) * (runs.number(entry, 4) - mean);
            }
            if (Math.abs(off) > rounding) {
                return false;
            }
        }
        return true;
    }

    /// @param sample from 0; beyond the table they go on as the last one
    double tick(long sample) throws IOException {
        if (each > 0) {
            return sample * each;
        }
        while (run < runs.count() && sample >= begin + length) {
            begin += length;
            tick += (double) length * delta;
            length = runs.number(run, 0);
            delta = runs.number(run++, 4);
        }
        return tick + (double) (sample - begin) * delta;
    }
}
