package media.usenet.container;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// By how much later than it is decoded a sample is shown (`ctts`), asked for in ascending order. Of a long
/// table the first entry stands for all: between key frames it tells nothing that is needed, and at them it is
/// the same but where groups of pictures are open, by the few frames that are shown before the key frame and
/// decoded after it.
final class SampleShifts {

    private static final int MOST_BYTES = 16 << 10;

    private final @Nullable EntryTable runs;
    private long run;
    private long end;
    private long shift;

    private SampleShifts(@Nullable EntryTable runs) {
        this.runs = runs;
    }

    static SampleShifts of(Optional<FileBox> box) throws IOException {
        return new SampleShifts(box.isEmpty() ? null : EntryTable.of(box.get(), 4, 8));
    }

    /// In ticks, of a sample counted from 0; negative where it is shown earlier.
    long ticks(long sample) throws IOException {
        if (runs == null || runs.count() == 0) {
            return 0;
        }
        if (runs.bytes() > MOST_BYTES) {
            return (int) runs.number(0, 4);
        }
        while (run < runs.count() && sample >= end) {
            end += runs.number(run, 0);
            shift = (int) runs.number(run++, 4);
        }
        return shift;
    }
}
