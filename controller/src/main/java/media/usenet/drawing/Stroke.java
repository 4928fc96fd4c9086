package media.usenet.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;

/// A line through points.
final class Stroke {

    private static final int STEPS = 12;

    private final double[] xs;
    private final double[] ys;

    /// @param xs at least one, and as many as there are of the other
    Stroke(double[] xs, double[] ys) {
        this.xs = xs.clone();
        this.ys = ys.clone();
    }

    /// Reads `M x y` for a beginning, `L x y` for a straight line, `C x y x y x y` for a curve, as SVG has them.
    static List<Stroke> read(String path) {
        var strokes = new ArrayList<Stroke>();
        var xs = new ArrayList<Double>();
        var ys = new ArrayList<Double>();
        var words = new Scanner(path);
        while (words.hasNext()) {
            switch (words.next()) {
                case "M" -> {
                    end(xs, ys, strokes);
                    add(xs, ys, number(words), number(words));
                }
                case "L" -> add(xs, ys, number(words), number(words));
                case "C" -> curve(xs, ys, words);
                case String other -> throw new IllegalArgumentException("no way to draw: " + other);
            }
        }
        end(xs, ys, strokes);
        return strokes;
    }

    private static double number(Scanner words) {
        return Double.parseDouble(words.next());
    }

    private static void add(List<Double> xs, List<Double> ys, double x, double y) {
        xs.add(x);
        ys.add(y);
    }

    private static void end(List<Double> xs, List<Double> ys, List<Stroke> strokes) {
        if (!xs.isEmpty()) {
            strokes.add(new Stroke(array(xs), array(ys)));
        }
        xs.clear();
        ys.clear();
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void curve(List<Double> xs, List<Double> ys, Scanner words) {
        double[] x = {xs.getLast(), 0, 0, 0};
        double[] y = {ys.getLast(), 0, 0, 0};
        for (int at = 1; at < x.length; at++) {
            x[at] = number(words);
            y[at] = number(words);
        }
        for (int step = 1; step <= STEPS; step++) {
            double t = (double) step / STEPS;
            add(xs, ys, bezier(x, t), bezier(y, t));
        }
    }

    private static double bezier(double[] p, double t) {
        double s = 1 - t;
        return s * s * s * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t * t * t * p[3];
    }

    Stroke placed(double x, double y, double scale) {
        var placedXs = xs.clone();
        var placedYs = ys.clone();
        for (int at = 0; at < xs.length; at++) {
            placedXs[at] = x + xs[at] * scale;
            placedYs[at] = y + ys[at] * scale;
        }
        return new Stroke(placedXs, placedYs);
    }

    double left() {
        return Arrays.stream(xs).min().orElse(0);
    }

    double right() {
        return Arrays.stream(xs).max().orElse(0);
    }

    double top() {
        return Arrays.stream(ys).min().orElse(0);
    }

    double bottom() {
        return Arrays.stream(ys).max().orElse(0);
    }

    double distance(double x, double y) {
        double nearest = Math.hypot(x - xs[0], y - ys[0]);
        for (int at = 1; at < xs.length; at++) {
            nearest = Math.min(nearest, distance(x, y, at));
        }
        return nearest;
    }

    private double distance(double x, double y, int end) {
        double alongX = xs[end] - xs[end - 1];
        double alongY = ys[end] - ys[end - 1];
        double length = alongX * alongX + alongY * alongY;
        double share = length == 0
                ? 0
                : Math.clamp(((x - xs[end - 1]) * alongX + (y - ys[end - 1]) * alongY) / length, 0.0, 1.0);
        return Math.hypot(x - xs[end - 1] - share * alongX, y - ys[end - 1] - share * alongY);
    }
}
