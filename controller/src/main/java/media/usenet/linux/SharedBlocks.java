package media.usenet.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.nio.file.Path;

/// Lets two files of a file system share the blocks of what both have; ioctl_fideduperange(2). The kernel
/// locks and compares them itself, so that neither ever holds other bytes than before.
public final class SharedBlocks {

    private static final NativeLong FIDEDUPERANGE = new NativeLong(0xC0189436L);
    private static final int REQUEST_BYTES = 56;
    /// What file systems take at once.
    private static final long PIECE_BYTES = 16L << 20;
    private static final int DIFFERS = 1;

    private SharedBlocks() {}

    /// @param bytes of both
    /// @return whether the kernel found them the same to the end; they share whatever stood before a difference
    /// @throws ErrnoException `EOPNOTSUPP`, `EINVAL` or `ENOTTY` where the file system cannot
    public static boolean share(Path kept, Path other, long bytes) throws ErrnoException {
        try (var from = Descriptor.open(kept, Descriptor.NON_BLOCKING);
                var to = Descriptor.open(other, Descriptor.NON_BLOCKING)) {
            for (long done = 0; done < bytes; ) {
                var shared = share(from, to, done, Math.min(PIECE_BYTES, bytes - done));
                if (shared <= 0) {
                    return false;
                }
                done += shared;
            }
            return true;
        }
    }

    /// @return how many bytes are shared now; 0 where they differ
    private static long share(Descriptor from, Descriptor to, long offset, long bytes) throws ErrnoException {
        try (var request = new Memory(REQUEST_BYTES)) {
            request.clear();
            request.setLong(0, offset);
            request.setLong(8, bytes);
            request.setShort(16, (short) 1);
            request.setLong(24, to.number());
            request.setLong(32, offset);
            LibC.ioctl(from.number(), FIDEDUPERANGE, request);
            int status = request.getInt(48);
            if (status < 0) {
                throw new ErrnoException("ioctl(FIDEDUPERANGE)", -status);
            }
            return status == DIFFERS ? 0 : request.getLong(40);
        } catch (LastErrorException e) {
            throw new ErrnoException("ioctl(FIDEDUPERANGE)", e.getErrorCode());
        }
    }
}
