package media.usenet.ffmpeg;

/// Frames a second, exactly: 24000/1001. 0/1 is unknown.
public record FrameRate(int numerator, int denominator) {

    public static final FrameRate UNKNOWN = new FrameRate(0, 1);

    public FrameRate {
        if (numerator < 0 || denominator < 1) {
            throw new IllegalArgumentException("no frame rate: %d/%d".formatted(numerator, denominator));
        }
    }

    public static FrameRate of(int framesPerSecond) {
        return new FrameRate(framesPerSecond, 1);
    }

    public boolean known() {
        return numerator > 0;
    }

    public double perSecond() {
        return (double) numerator / denominator;
    }

    /// As FFmpeg reads it: `25`, `24000/1001`.
    @Override
    public String toString() {
        return denominator == 1 ? String.valueOf(numerator) : numerator + "/" + denominator;
    }
}
