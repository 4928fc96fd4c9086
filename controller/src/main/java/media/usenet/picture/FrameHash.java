package media.usenet.picture;

/// One frame as 64-bit words that differ in few bits where the pictures are alike.
///
/// @param millis its time in the film
/// @param whole the picture without its bars
/// @param inner the middle of it at 90 % of width and height, as a cropped copy would show it
/// @param middle the middle of it at 80 %
/// @param flat the whole width at 80 % of the height
/// @param weight standard deviation of its luma, 0 to 127: black and flat frames have next to none
public record FrameHash(int millis, long whole, long inner, long middle, long flat, int weight) {

    /// Below it a picture has nothing that could be recognised.
    static final int LEAST_WEIGHT = 8;

    public FrameHash {
        if (millis < 0 || weight < 0 || weight > 127) {
            throw new IllegalArgumentException("no frame: %d ms, weight %d".formatted(millis, weight));
        }
    }

    public boolean telling() {
        return weight >= LEAST_WEIGHT;
    }
}
