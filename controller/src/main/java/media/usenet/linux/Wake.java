package media.usenet.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;

/// Ends a waiting from another thread; eventfd(2).
final class Wake implements AutoCloseable {

    private static final NativeLong COUNTER_BYTES = new NativeLong(Long.BYTES);

    private final Descriptor descriptor;
    private final Memory one = new Memory(Long.BYTES);
    private final Memory counted = new Memory(Long.BYTES);

    private Wake(Descriptor descriptor) {
        this.descriptor = descriptor;
        this.one.setLong(0, 1);
    }

    static Wake open() throws ErrnoException {
        try {
            return new Wake(new Descriptor(LibC.eventfd(0, Descriptor.CLOSE_ON_EXEC | Descriptor.NON_BLOCKING)));
        } catch (LastErrorException e) {
            throw new ErrnoException("eventfd()", e.getErrorCode());
        }
    }

    /// Any number of calls before [#clear] are as one.
    void set() {
        LibC.write(descriptor.number(), one, COUNTER_BYTES);
    }

    void clear() {
        LibC.read(descriptor.number(), counted, COUNTER_BYTES);
    }

    Descriptor descriptor() {
        return descriptor;
    }

    @Override
    public void close() throws ErrnoException {
        descriptor.close();
    }
}
