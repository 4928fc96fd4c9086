package media.usenet.formats;

/// A text that may be looked at only so often: the one way to end an expression of `java.util.regex` that runs away.
final class BoundedText implements CharSequence {

    /// Thrown out of the middle of a search.
    static final class Exhausted extends RuntimeException {

        Exhausted() {
            super("too many looks", null, false, false);
        }
    }

    private final String text;
    private int left;

    BoundedText(String text) {
        this.text = text;
    }

    void allow(int looks) {
        left = looks;
    }

    int left() {
        return left;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
