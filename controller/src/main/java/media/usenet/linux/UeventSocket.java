package media.usenet.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.IntByReference;
import java.util.Optional;

/// A subscription to the kernel's uevents; netlink(7).
final class UeventSocket implements AutoCloseable {

    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW = 3;
    private static final int KOBJECT_UEVENT = 15;
    /// Group 1 is what the kernel sends, group 2 what udevd makes of it.
    private static final int KERNEL_GROUP = 1;

    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVBUFFORCE = 33;

    /// `struct sockaddr_nl`: 16 bits of family, 16 of padding, 32 of port, 32 of groups.
    private static final int ADDRESS_BYTES = 12;

    private static final int PORT_AT = 4;
    private static final int GROUPS_AT = 8;

    /// The kernel's announcements have at most 2 KiB of values.
    private static final int MESSAGE_BYTES = 16 << 10;

    private static final int EAGAIN = 11;
    private static final int EINTR = 4;

    private final Descriptor descriptor;
    private final Memory message = new Memory(MESSAGE_BYTES);
    private final Memory sender = new Memory(ADDRESS_BYTES);

    private UeventSocket(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /// @param bufferBytes of announcements that may wait; less where the kernel's limit is lower and may not be passed
    static UeventSocket open(int bufferBytes) throws ErrnoException {
        try {
            var descriptor = new Descriptor(LibC.socket(
                    AF_NETLINK, SOCK_RAW | Descriptor.CLOSE_ON_EXEC | Descriptor.NON_BLOCKING, KOBJECT_UEVENT));
            return subscribed(descriptor, bufferBytes);
        } catch (LastErrorException e) {
            throw new ErrnoException("socket(NETLINK_KOBJECT_UEVENT)", e.getErrorCode());
        }
    }

    private static UeventSocket subscribed(Descriptor descriptor, int bufferBytes) throws ErrnoException {
        try {
            buffer(descriptor, bufferBytes);
            var address = new Memory(ADDRESS_BYTES);
            address.clear();
            address.setShort(0, (short) AF_NETLINK);
            address.setInt(GROUPS_AT, KERNEL_GROUP);
            LibC.bind(descriptor.number(), address, ADDRESS_BYTES);
            return new UeventSocket(descriptor);
        } catch (LastErrorException e) {
            descriptor.close();
            throw e;
        }
    }

    private static void buffer(Descriptor descriptor, int bytes) {
        var size = new IntByReference(bytes);
        try {
            LibC.setsockopt(descriptor.number(), SOL_SOCKET, SO_RCVBUFFORCE, size, Integer.BYTES);
        } catch (LastErrorException _) {
            // Passing the limit takes CAP_NET_ADMIN.
            LibC.setsockopt(descriptor.number(), SOL_SOCKET, SO_RCVBUF, size, Integer.BYTES);
        }
    }

    /// The next announcement that waits, or that some were lost; nothing if none waits. Never blocks.
    Optional<KernelEvent> receive() throws ErrnoException {
        try {
            int length;
            do {
                length = received();
                // Any program with CAP_NET_ADMIN may send here; the kernel's port is 0.
            } while (sender.getInt(PORT_AT) != 0);
            return Optional.of(new KernelEvent.Announced(Uevent.parse(message.getByteArray(0, length), length)));
        } catch (LastErrorException e) {
            return switch (e.getErrorCode()) {
                case EAGAIN, EINTR -> Optional.empty();
                default -> Optional.of(overrun(e));
            };
        }
    }

    private int received() {
        var addressBytes = new IntByReference(ADDRESS_BYTES);
        var bytes = new NativeLong(MESSAGE_BYTES);
        return LibC.recvfrom(descriptor.number(), message, bytes, 0, sender, addressBytes)
                .intValue();
    }

    private static KernelEvent overrun(LastErrorException e) throws ErrnoException {
        if (Errno.of(e.getErrorCode()) == Errno.ENOBUFS) {
            return new KernelEvent.Overrun();
        }
        throw new ErrnoException("recvfrom(NETLINK_KOBJECT_UEVENT)", e.getErrorCode());
    }

    Descriptor descriptor() {
        return descriptor;
    }

    @Override
    public void close() throws ErrnoException {
        descriptor.close();
    }
}
