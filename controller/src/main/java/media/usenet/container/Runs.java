package media.usenet.container;

import java.nio.ByteBuffer;

/// A table of runs, `count, value` each, walked sample by sample (`stts`, `ctts`).
final class Runs {

    private final ByteBuffer table;
    private long left;
    private int value;

    /// @param table behind its count of entries
    Runs(ByteBuffer table) {
        this.table = table;
    }

    static Runs of(Box box) throws DamagedContainer {
        return new Runs(box.from(8));
    }

    /// The next sample's value; the last one's when the table is over.
    int next() {
        while (left == 0 && table.remaining() >= 8) {
            left = Integer.toUnsignedLong(table.getInt());
            value = table.getInt();
        }
        left = Math.max(0, left - 1);
        return value;
    }
}
