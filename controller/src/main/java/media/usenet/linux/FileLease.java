package media.usenet.linux;

import com.sun.jna.LastErrorException;
import java.nio.file.Path;

/// The kernel's word that nobody else has a file open, in whatever container; fcntl(2), `F_SETLEASE`. Who opens it
/// while the lease is held waits until it is closed: hold it for moments only.
public final class FileLease implements AutoCloseable {

    private static final int F_SETSIG = 10;
    private static final int F_SETLEASE = 1024;
    /// Ignored by whoever does not ask for it; the signal that a lease breaks with otherwise ends this process.
    private static final int SIGURG = 23;

    private final int descriptor;

    private FileLease(int descriptor) {
        this.descriptor = descriptor;
    }

    /// Against what others do with the file.
    public enum Against {
        /// Nobody has it open for writing.
        WRITERS(0),
        /// Nobody has it open.
        EVERYONE(1);

        private final int type;

        Against(int type) {
            this.type = type;
        }
    }

    /// @throws ErrnoException `EAGAIN` while someone else has it open so; `EINVAL` where the file system has no
    ///     leases
    public static FileLease take(Path file, Against against) throws ErrnoException {
        try {
            var lease = new FileLease(FileLibrary.open(file.toString(), FileLibrary.NON_BLOCKING_CLOSE_ON_EXEC));
            try {
                FileLibrary.fcntl(lease.descriptor, F_SETSIG, SIGURG);
                FileLibrary.fcntl(lease.descriptor, F_SETLEASE, against.type);
                return lease;
            } catch (LastErrorException e) {
                lease.close();
                throw e;
            }
        } catch (LastErrorException e) {
            throw new ErrnoException("fcntl(%s, F_SETLEASE)".formatted(file), e.getErrorCode());
        }
    }

    @Override
    public void close() throws ErrnoException {
        try {
            FileLibrary.close(descriptor);
        } catch (LastErrorException e) {
            throw new ErrnoException("close", e.getErrorCode());
        }
    }
}
