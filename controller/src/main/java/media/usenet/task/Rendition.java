package media.usenet.task;

import java.util.Optional;
import media.usenet.graph.PictureSize;

/// One of several qualities of the same film that players choose from.
///
/// @param maxBitRate empty for what fits the size
public record Rendition(PictureSize size, Optional<BitRate> maxBitRate) {

    /// Apple's HLS authoring specification, table of H.264 variants, rounded.
    private static final long BITS_PER_PIXEL_AND_SECOND = 3;

    public BitRate ceiling() {
        return maxBitRate.orElse(new BitRate((long) size.width() * size.height() * BITS_PER_PIXEL_AND_SECOND));
    }
}
