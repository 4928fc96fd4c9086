package media.usenet.container;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;

/// Reads the index that a media file carries. Files are not trusted: what is read and kept is bounded.
public final class IndexReader {

    private static final int HEAD_BYTES = 16;

    private IndexReader() {}

    /// Empty for files that carry no index of their film, or none of a kind that is read here.
    ///
    /// @throws DamagedContainer when the index contradicts itself
    public static Optional<ContainerIndex> read(SeekableByteChannel channel) throws IOException {
        var file = new FileBytes(channel);
        var head = file.upTo(0, HEAD_BYTES);
        if (Matroska.is(head)) {
            return Matroska.index(file);
        }
        return Mp4.is(head) ? Mp4.index(file) : Optional.empty();
    }
}
