package media.usenet.container;

import java.io.IOException;

/// Where the chunks of a track begin in the file (`stco`, or `co64` with eight bytes each), counted from 0.
record ChunkOffsets(EntryTable table, boolean wide) {

    static ChunkOffsets of(FileBox tables) throws IOException {
        var wide = tables.child("co64");
        return wide.isPresent()
                ? new ChunkOffsets(EntryTable.of(wide.get(), 4, Long.BYTES), true)
                : new ChunkOffsets(EntryTable.of(tables.required("stco"), 4, Integer.BYTES), false);
    }

    /// The same, to be looked at every so many chunks.
    ChunkOffsets every(long chunks) {
        return new ChunkOffsets(table.every(chunks), wide);
    }

    long count() {
        return table.count();
    }

    long offset(long chunk) throws IOException {
        return wide ? table.wideNumber(chunk) : table.number(chunk, 0);
    }
}
