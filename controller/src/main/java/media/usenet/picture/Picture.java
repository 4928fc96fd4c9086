package media.usenet.picture;

/// One decoded frame, small and gray, squeezed to 16:9 with its bars still on.
final class Picture {

    static final int WIDTH = 160;
    static final int HEIGHT = 90;
    static final int BYTES = WIDTH * HEIGHT;

    private final double seconds;
    private final byte[] luma;

    /// @param seconds its time in the film
    /// @param luma [#WIDTH] by [#HEIGHT], row by row
    Picture(double seconds, byte[] luma) {
        if (luma.length != BYTES) {
            throw new IllegalArgumentException("a picture of %d bytes".formatted(luma.length));
        }
        this.seconds = seconds;
        this.luma = luma;
    }

    double seconds() {
        return seconds;
    }

    /// The same at another time.
    Picture at(double otherSeconds) {
        return new Picture(otherSeconds, luma);
    }

    int at(int x, int y) {
        return luma[y * WIDTH + x] & 0xff;
    }
}
