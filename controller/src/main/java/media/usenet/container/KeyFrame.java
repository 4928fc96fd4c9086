package media.usenet.container;

/// A frame that decodes by itself, and where its packet lies.
///
/// @param micros its time in the film
public record KeyFrame(long micros, Place place) {

    public KeyFrame {
        if (micros < 0) {
            throw new IllegalArgumentException("a key frame before the film: %d µs".formatted(micros));
        }
    }

    public double seconds() {
        return micros / 1e6;
    }

    /// Where a packet lies in the file.
    sealed interface Place {

        /// @param tables position of the MP4 track's tables, which tell the rest
        /// @param number of the sample, from 0
        record Sample(long tables, long number) implements Place {}

        /// @param position of the Matroska cluster
        /// @param within the cluster's data, of the block; -1 when the index does not say
        record Block(long position, long within) implements Place {}
    }
}
