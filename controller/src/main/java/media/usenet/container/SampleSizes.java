package media.usenet.container;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// How many bytes each sample of a track takes (`stsz`). Samples are counted from 0.
final class SampleSizes {

    private final long count;
    private final int same;
    private final @Nullable EntryTable each;

    private SampleSizes(long count, int same, @Nullable EntryTable each) {
        this.count = count;
        this.same = same;
        this.each = each;
    }

    static SampleSizes of(FileBox tables) throws IOException {
        var box = tables.required("stsz");
        if (box.length() < 12) {
            throw new DamagedContainer("stsz is too short");
        }
        var head = box.file().read(box.start() + 4, 8);
        var same = head.getInt();
        var count = Integer.toUnsignedLong(head.getInt());
        if (count > EntryTable.MOST_ENTRIES || same < 0) {
            throw new DamagedContainer("stsz names %d samples of %d bytes".formatted(count, same));
        }
        return new SampleSizes(count, same, same == 0 ? EntryTable.of(box, 8, Integer.BYTES) : null);
    }

    long count() {
        return count;
    }

    /// What reading all of them takes.
    long tableBytes() {
        return each == null ? 0 : each.bytes();
    }

    int bytes(long sample) throws IOException {
        if (each == null) {
            return same;
        }
        var bytes = each.number(sample, 0);
        if (bytes > Integer.MAX_VALUE) {
            throw new DamagedContainer("a sample of more than 2 GiB");
        }
        return (int) bytes;
    }
}
