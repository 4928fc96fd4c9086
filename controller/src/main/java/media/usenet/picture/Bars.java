package media.usenet.picture;

/// Black bars that frame the picture, as parts of its height and width in thousandths.
public record Bars(int top, int bottom, int left, int right) {

    public static final Bars NONE = new Bars(0, 0, 0, 0);

    public Bars {
        if (Math.min(Math.min(top, bottom), Math.min(left, right)) < 0 || top + bottom > 900 || left + right > 900) {
            throw new IllegalArgumentException("no bars: %d %d %d %d".formatted(top, bottom, left, right));
        }
    }
}
