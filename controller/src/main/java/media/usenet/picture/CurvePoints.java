package media.usenet.picture;

import java.util.ArrayList;
import java.util.List;

/// Looks for pieces of one film's curve in another's. Each piece is sought by itself, so that films which
/// have more than the other in between are found as well.
final class CurvePoints {

    private static final int LONGEST_PIECE = 90;
    private static final int SHORTEST_PIECE = 24;
    private static final double LEAST = 0.45;
    private static final int BEST = 2;
    private static final List<Double> COARSE_SPEEDS = List.of(1.0, 24.0 / 25, 25.0 / 24);

    private final float[] first;
    private final float[] second;
    private final double speed;
    private final int piece;
    private final List<Point> points = new ArrayList<>();

    private CurvePoints(float[] first, float[] second, double speed) {
        this.first = first;
        this.second = second;
        this.speed = speed;
        this.piece = Math.min(LONGEST_PIECE, Math.min(first.length, second.length) / 2);
    }

    /// Three speeds are enough to see: one of a thousandth shifts a piece by less than a second.
    static List<Point> between(IndexCurve first, IndexCurve second) {
        var points = new ArrayList<Point>();
        for (var speed : COARSE_SPEEDS) {
            var forward = new CurvePoints(Shape.of(first, speed), Shape.of(second, 1), speed);
            if (first.seconds() <= second.seconds()) {
                points.addAll(forward.all());
            } else {
                var backward = new CurvePoints(Shape.of(second, 1), Shape.of(first, speed), 1);
                backward.all()
                        .forEach(point ->
                                points.add(new Point(point.inSecond() / speed, point.inFirst(), point.weight())));
            }
        }
        return points;
    }

    private List<Point> all() {
        if (piece < SHORTEST_PIECE) {
            return List.of();
        }
        for (var start = 0; start + piece <= first.length; start += Math.max(1, piece / 3)) {
            seek(start);
        }
        return points;
    }

    private void seek(int start) {
        var best = new double[BEST];
        var places = new int[BEST];
        var likeness = likenesses(start);
        for (var at = 0; at < likeness.length; at++) {
            var peak = (at == 0 || likeness[at] >= likeness[at - 1])
                    && (at + 1 == likeness.length || likeness[at] > likeness[at + 1]);
            if (peak && likeness[at] > best[0]) {
                best[1] = best[0];
                places[1] = places[0];
                best[0] = likeness[at];
                places[0] = at;
            } else if (peak && likeness[at] > best[1]) {
                best[1] = likeness[at];
                places[1] = at;
            }
        }
        for (var i = 0; i < BEST; i++) {
            if (best[i] > LEAST) {
                var middle = piece / 2.0;
                points.add(new Point((start + middle) / speed, places[i] + middle, best[i] - LEAST / 2));
            }
        }
    }

    /// Correlation of the piece with the other curve at each place.
    private double[] likenesses(int start) {
        var sum = 0.0;
        for (var i = 0; i < piece; i++) {
            sum += first[start + i];
        }
        var mean = sum / piece;
        var wanted = new double[piece];
        var squares = 0.0;
        for (var i = 0; i < piece; i++) {
            wanted[i] = first[start + i] - mean;
            squares += wanted[i] * wanted[i];
        }
        var likeness = new double[Math.max(0, second.length - piece + 1)];
        var otherSum = 0.0;
        var otherSquares = 0.0;
        for (var at = 0; at < second.length; at++) {
            otherSum += second[at];
            otherSquares += (double) second[at] * second[at];
            var from = at - piece + 1;
            if (from < 0) {
                continue;
            }
            var spread = otherSquares - otherSum * otherSum / piece;
            var together = 0.0;
            for (var i = 0; i < piece; i++) {
                together += wanted[i] * second[from + i];
            }
            likeness[from] = squares < 1 || spread < 1 ? 0 : together / Math.sqrt(squares * spread);
            otherSum -= second[from];
            otherSquares -= (double) second[from] * second[from];
        }
        return likeness;
    }
}
