package media.usenet.picture;

import java.util.ArrayList;
import java.util.List;

/// Pairs frames of two films that look alike by their hashes.
final class FramePoints {

    private static final int FARTHEST_BITS = 12;

    private FramePoints() {}

    static List<Point> between(List<FrameHash> first, List<FrameHash> second) {
        var points = new ArrayList<Point>();
        for (var one : first) {
            for (var other : second) {
                var bits = one.telling() && other.telling() ? distance(one, other) : Long.SIZE;
                if (bits <= FARTHEST_BITS) {
                    points.add(new Point(one.millis() / 1000.0, other.millis() / 1000.0, 1 - bits / 20.0));
                }
            }
        }
        return points;
    }

    /// Bits that differ, either of them taken for cropped.
    static int distance(FrameHash one, FrameHash other) {
        var whole = Long.bitCount(one.whole() ^ other.whole());
        return Math.min(whole, Math.min(cropped(one, other.whole()), cropped(other, one.whole())));
    }

    private static int cropped(FrameHash frame, long whole) {
        return Math.min(
                Long.bitCount(frame.inner() ^ whole),
                Math.min(Long.bitCount(frame.middle() ^ whole), Long.bitCount(frame.flat() ^ whole)));
    }
}
