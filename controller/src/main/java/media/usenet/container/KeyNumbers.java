package media.usenet.container;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Which samples of a track are key frames (`stss`), counted from 0; without such a table all are.
///
/// @param samples of the track
record KeyNumbers(@Nullable EntryTable table, long samples) {

    static KeyNumbers of(FileBox tables, long samples) throws IOException {
        var box = tables.child("stss");
        var table = box.isPresent() ? EntryTable.of(box.get(), 4, Integer.BYTES) : null;
        return new KeyNumbers(table != null && table.count() > 0 ? table : null, samples);
    }

    /// The same, to be looked at every so many key frames.
    KeyNumbers every(long keys) {
        return new KeyNumbers(table == null ? null : table.every(keys), samples);
    }

    long count() {
        return table == null ? samples : table.count();
    }

    /// What the table says: it may not ascend, and name samples that there are not.
    long sample(long key) throws IOException {
        return table == null ? key : table.number(key, 0) - 1;
    }
}
