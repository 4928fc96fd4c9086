package media.usenet.drawing;

/// A rectangle, in points from the upper left.
record Box(int left, int top, int width, int height) {

    int right() {
        return left + width;
    }

    int bottom() {
        return top + height;
    }

    double middle() {
        return left + width / 2.0;
    }

    Box grown(int by) {
        return new Box(left - by, top - by, width + 2 * by, height + 2 * by);
    }
}
