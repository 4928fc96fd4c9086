package media.usenet.drawing;

import java.util.Arrays;

/// Points in three colours that are painted on, edges smoothed.
final class Canvas {

    private static final int CHANNELS = 3;

    private final int width;
    private final int height;
    private final byte[] points;

    Canvas(int width, int height, Colour ground) {
        this.width = width;
        this.height = height;
        this.points = new byte[width * height * CHANNELS];
        Arrays.fill(points, (byte) 0xff);
        rectangle(new Box(0, 0, width, height), ground);
    }

    /// Row by row, red, green and blue of each point: `rgb24`.
    byte[] rgb24() {
        return points.clone();
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    void rectangle(Box box, Colour colour) {
        band(box.left(), box.right(), box.top(), box.left(), box.right(), box.bottom(), colour);
    }

    /// What lies between two pieces of horizontal lines, one above the other.
    void band(
            double upperLeft,
            double upperRight,
            double top,
            double lowerLeft,
            double lowerRight,
            double bottom,
            Colour colour) {
        for (int y = (int) Math.max(0, top); y < Math.min(height, bottom); y++) {
            double down = Math.clamp((y + 0.5 - top) / (bottom - top), 0, 1);
            double left = upperLeft + (lowerLeft - upperLeft) * down;
            double right = upperRight + (lowerRight - upperRight) * down;
            for (int x = (int) Math.max(0, left); x < Math.min(width, right); x++) {
                double covered = Math.min(x + 1, right) - Math.max(x, left);
                paint(x, y, colour, Math.clamp(covered, 0, 1));
            }
        }
    }

    /// A line with round ends.
    void line(Stroke stroke, double thickness, Colour colour) {
        double reach = thickness / 2 + 1;
        for (int y = (int) Math.max(0, stroke.top() - reach); y < Math.min(height, stroke.bottom() + reach); y++) {
            for (int x = (int) Math.max(0, stroke.left() - reach); x < Math.min(width, stroke.right() + reach); x++) {
                double covered = thickness / 2 + 0.5 - stroke.distance(x + 0.5, y + 0.5);
                if (covered > 0) {
                    paint(x, y, colour, Math.min(1, covered));
                }
            }
        }
    }

    private void paint(int x, int y, Colour colour, double covered) {
        double share = covered * colour.opacity();
        int at = (y * width + x) * CHANNELS;
        mix(at, colour.red(), share);
        mix(at + 1, colour.green(), share);
        mix(at + 2, colour.blue(), share);
    }

    private void mix(int at, int value, double share) {
        points[at] = (byte) Math.round((points[at] & 0xff) * (1 - share) + value * share);
    }
}
