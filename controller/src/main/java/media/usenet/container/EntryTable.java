package media.usenet.container;

import java.io.IOException;
import java.nio.ByteBuffer;

/// A table of an MP4 index: entries of one length behind their count. It stays in the file; what is looked at
/// is read, with what follows it where the next look will fall there.
final class EntryTable {

    /// 24 hours at 60 frames a second.
    static final long MOST_ENTRIES = 24L * 3600 * 60;

    private static final int WINDOW_BYTES = 8 << 10;
    private static final int SPARSE_BYTES = 64;

    private final FileBytes file;
    private final long start;
    private final long count;
    private final int entryBytes;
    private final int atOnce;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long first;

    private EntryTable(FileBytes file, long start, long count, int entryBytes, int atOnce) {
        this.file = file;
        this.start = start;
        this.count = count;
        this.entryBytes = entryBytes;
        this.atOnce = atOnce;
    }

    /// @param head bytes before the count
    static EntryTable of(FileBox box, int head, int entryBytes) throws IOException {
        if (box.length() < head + 4) {
            throw new DamagedContainer(box.type() + " is too short");
        }
        var count =
                Integer.toUnsignedLong(box.file().read(box.start() + head, 4).getInt());
        if (count > MOST_ENTRIES || count * entryBytes > box.length() - head - 4) {
            throw new DamagedContainer("%s names %d entries".formatted(box.type(), count));
        }
        return new EntryTable(
                box.file(), box.start() + head + 4, count, entryBytes, Math.max(1, WINDOW_BYTES / entryBytes));
    }

    /// The same, to be looked at every so many entries.
    EntryTable every(long entries) {
        return entries * entryBytes < SPARSE_BYTES ? this : new EntryTable(file, start, count, entryBytes, 1);
    }

    /// The same, to be looked at in stretches of so many entries.
    EntryTable inStretchesOf(int entries) {
        return new EntryTable(file, start, count, entryBytes, entries);
    }

    long count() {
        return count;
    }

    long bytes() {
        return count * entryBytes;
    }

    /// The four bytes at this offset of an entry, unsigned.
    long number(long entry, int offset) throws IOException {
        var at = at(entry);
        return Integer.toUnsignedLong(window.getInt(at + offset));
    }

    long wideNumber(long entry) throws IOException {
        var at = at(entry);
        return window.getLong(at);
    }

    private int at(long entry) throws IOException {
        if (entry < 0 || entry >= count) {
            throw new DamagedContainer("entry %d of a table of %d".formatted(entry, count));
        }
        if (entry < first || entry - first >= window.limit() / entryBytes) {
            var many = Math.min(count - entry, atOnce);
            window = file.read(start + entry * entryBytes, many * entryBytes);
            first = entry;
        }
        return (int) (entry - first) * entryBytes;
    }
}
