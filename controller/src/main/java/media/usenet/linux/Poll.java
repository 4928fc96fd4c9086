package media.usenet.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.time.Duration;

/// Waits for several file descriptors at once; poll(2).
final class Poll {

    static final short IN = 1;
    static final short PRIORITY = 2;
    static final short ERROR = 8;

    /// `struct pollfd`: a 32-bit descriptor, 16 bits asked for, 16 bits answered.
    private static final int ENTRY_BYTES = 8;

    private static final int ASKED_AT = 4;
    private static final int ANSWERED_AT = 6;
    private static final int INTERRUPTED = 4;

    private final Memory entries;
    private final NativeLong count;

    Poll(int count) {
        this.entries = new Memory((long) count * ENTRY_BYTES);
        this.count = new NativeLong(count);
    }

    void set(int entry, Descriptor descriptor, short events) {
        entries.setInt((long) entry * ENTRY_BYTES, descriptor.number());
        entries.setShort((long) entry * ENTRY_BYTES + ASKED_AT, events);
    }

    /// Does not end before its time but for an event or a signal; less than a millisecond counts as one.
    void await(Duration timeout) throws ErrnoException {
        try {
            LibC.poll(entries, count, milliseconds(timeout));
        } catch (LastErrorException e) {
            if (e.getErrorCode() != INTERRUPTED) {
                throw new ErrnoException("poll()", e.getErrorCode());
            }
            clear();
        }
    }

    boolean has(int entry) {
        return entries.getShort((long) entry * ENTRY_BYTES + ANSWERED_AT) != 0;
    }

    private void clear() {
        for (long entry = 0; entry < count.longValue(); entry++) {
            entries.setShort(entry * ENTRY_BYTES + ANSWERED_AT, (short) 0);
        }
    }

    private static int milliseconds(Duration timeout) {
        var up = timeout.plusNanos(999_999).toMillis();
        return Math.clamp(up, 0, Integer.MAX_VALUE);
    }
}
