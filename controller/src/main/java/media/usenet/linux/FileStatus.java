package media.usenet.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import java.nio.file.Path;

/// What a file takes from its file system, which Java does not tell; statx(2). Links are not followed.
///
/// @param device as Java's `unix:dev` has it
/// @param allocatedBytes less than its length where it has holes or is packed, more where room was taken ahead
/// @param links under how many names it is known
public record FileStatus(long device, long inode, long bytes, long allocatedBytes, int links) {

    private static final int NOFOLLOW = 0x100;
    private static final int BASIC_STATS = 0x7ff;
    private static final int STATUS_BYTES = 256;
    private static final int BLOCK_BYTES = 512;

    public static FileStatus of(Path file) throws ErrnoException {
        try (var status = new Memory(STATUS_BYTES)) {
            FileLibrary.statx(FileLibrary.HERE, PathBytes.of(file), NOFOLLOW, BASIC_STATS, status);
            return new FileStatus(
                    number(status.getInt(136), status.getInt(140)),
                    status.getLong(32),
                    status.getLong(40),
                    status.getLong(48) * BLOCK_BYTES,
                    status.getInt(16));
        } catch (LastErrorException e) {
            throw new ErrnoException("statx(%s)".formatted(file), e.getErrorCode());
        }
    }

    /// Major and minor in one, as the C library puts them: makedev(3).
    private static long number(int major, int minor) {
        long high = Integer.toUnsignedLong(major);
        long low = Integer.toUnsignedLong(minor);
        return (high & 0xfff) << 8 | (high & ~0xfffL) << 32 | (low & 0xff) | (low & ~0xffL) << 12;
    }
}
