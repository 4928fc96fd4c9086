package media.usenet.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A run of a file's bytes and where on the disk it lies; `FS_IOC_FIEMAP` (Documentation/filesystems/fiemap.rst).
///
/// @param start within the file
/// @param place on the disk
/// @param shared whether other files use the same blocks: reflinks, snapshots
/// @param placed whether the bytes lie in blocks of their own; not yet, or among the metadata, where not
public record FileExtent(long start, long place, long bytes, boolean shared, boolean placed) {

    private static final NativeLong FS_IOC_FIEMAP = new NativeLong(0xC020660BL);
    /// `FIEMAP_FLAG_SYNC`: what was written and has no place yet gets one first.
    private static final int SYNC = 1;
    private static final int LAST = 0x1;
    /// `UNKNOWN`, `DELALLOC`, `DATA_INLINE`, `DATA_TAIL`.
    private static final int NOT_PLACED = 0x2 | 0x4 | 0x200 | 0x400;
    private static final int SHARED = 0x2000;
    private static final int HEADER_BYTES = 32;
    private static final int EXTENT_BYTES = 56;
    private static final int AT_ONCE = 256;

    public boolean isContinuedBy(FileExtent next) {
        return start + bytes == next.start
                && place + bytes == next.place
                && shared == next.shared
                && placed == next.placed;
    }

    /// This one and the one that continues it.
    public FileExtent with(FileExtent next) {
        return new FileExtent(start, place, bytes + next.bytes, shared, placed);
    }

    /// @return in the order of the file
    /// @throws ErrnoException `EOPNOTSUPP` where the file system does not tell
    public static List<FileExtent> of(Path file) throws ErrnoException {
        try {
            int descriptor =
                    FileLibrary.openat(FileLibrary.HERE, PathBytes.of(file), FileLibrary.NON_BLOCKING_CLOSE_ON_EXEC);
            try {
                return of(descriptor);
            } finally {
                FileLibrary.close(descriptor);
            }
        } catch (LastErrorException e) {
            throw new ErrnoException("ioctl(%s, FS_IOC_FIEMAP)".formatted(file), e.getErrorCode());
        }
    }

    private static List<FileExtent> of(int descriptor) {
        var extents = new ArrayList<FileExtent>();
        try (var map = new Memory(HEADER_BYTES + (long) AT_ONCE * EXTENT_BYTES)) {
            long from = 0;
            while (true) {
                map.clear();
                map.setLong(0, from);
                map.setLong(8, Long.MAX_VALUE - from);
                map.setInt(16, SYNC);
                map.setInt(24, AT_ONCE);
                FileLibrary.ioctl(descriptor, FS_IOC_FIEMAP, map);
                int mapped = map.getInt(20);
                for (int n = 0; n < mapped; n++) {
                    extents.add(extent(map, HEADER_BYTES + (long) n * EXTENT_BYTES));
                }
                if (mapped < AT_ONCE || isLast(map, mapped)) {
                    return List.copyOf(extents);
                }
                from = extents.getLast().start() + extents.getLast().bytes();
            }
        }
    }

    private static FileExtent extent(Memory map, long at) {
        int flags = map.getInt(at + 40);
        return new FileExtent(
                map.getLong(at),
                map.getLong(at + 8),
                map.getLong(at + 16),
                (flags & SHARED) != 0,
                (flags & NOT_PLACED) == 0);
    }

    private static boolean isLast(Memory map, int mapped) {
        return (map.getInt(HEADER_BYTES + (mapped - 1L) * EXTENT_BYTES + 40) & LAST) != 0;
    }
}
