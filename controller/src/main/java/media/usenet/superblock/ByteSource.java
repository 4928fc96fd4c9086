package media.usenet.superblock;

import java.io.IOException;

/// Where the bytes of a device or of an image come from.
interface ByteSource {

    long size();

    /// @param position within the size
    /// @return as many bytes as were asked for, fewer where the source ends
    byte[] read(long position, int length) throws IOException;
}
