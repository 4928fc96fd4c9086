package media.usenet.transcode;

import java.util.Optional;

/// One of several qualities of the same film that players choose from.
///
/// @param maxBitRate empty for what fits the size
record Rendition(PictureSize size, Optional<BitRate> maxBitRate) {

    /// Apple's HLS authoring specification, table of H.264 variants, rounded.
    private static final long BITS_PER_PIXEL_AND_SECOND = 3;

    BitRate ceiling() {
        return maxBitRate.orElse(new BitRate((long) size.width() * size.height() * BITS_PER_PIXEL_AND_SECOND));
    }
}
