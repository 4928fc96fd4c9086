package media.usenet.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/// From guesses about moments to the few alignments that most of them agree on.
final class Alignments {

    private static final double WIDTH_SECONDS = 4;
    private static final double LEAST_WEIGHT = 0.6;
    private static final int MOST_OF_A_SPEED = 5;
    private static final int MOST = 11;
    /// A thousandth of difference in speed shows only in long films: without a reason films run at the same
    /// speed.
    private static final double ODDS_OF_ANOTHER_SPEED = 0.88;

    private static final int PIECES = 3;
    private static final double SAME_LENGTH = 0.004;

    private record Cluster(Alignment alignment, double weight) {}

    private Alignments() {}

    /// The likeliest first. Beginnings and ends that lie on each other are always among them.
    static List<Alignment> of(List<Point> points, double firstSeconds, double secondSeconds) {
        var clusters = new ArrayList<Cluster>();
        for (var speed : Alignment.SPEEDS) {
            clusters.addAll(clusters(points, speed));
        }
        clusters.sort(Comparator.comparingDouble(Cluster::weight).reversed());
        var speed = speed(clusters);
        var found = new LinkedHashSet<Alignment>();
        clusters.stream()
                .filter(cluster -> cluster.alignment().speed() == speed)
                .forEach(cluster -> found.add(cluster.alignment()));
        for (var likely : new LinkedHashSet<>(List.of(speed, 1.0))) {
            found.add(new Alignment(likely, 0));
            found.add(new Alignment(likely, secondSeconds - firstSeconds * likely));
        }
        Alignment.SPEEDS.stream()
                .filter(other -> Math.abs(secondSeconds / firstSeconds / other - 1) < SAME_LENGTH)
                .forEach(other -> found.add(new Alignment(other, 0)));
        clusters.stream()
                .filter(cluster -> cluster.alignment().speed() != speed)
                .limit(1)
                .forEach(cluster -> found.add(cluster.alignment()));
        return found.stream()
                .filter(alignment -> alignment.to(firstSeconds, secondSeconds) - alignment.from() > WIDTH_SECONDS)
                .limit(MOST)
                .toList();
    }

    /// The one with the heaviest clusters, of which an edition has several. Squared, since the wrong speed
    /// spreads the guesses over many.
    private static double speed(List<Cluster> sorted) {
        return Alignment.SPEEDS.stream()
                .max(Comparator.comparingDouble(speed -> sorted.stream()
                        .filter(cluster -> cluster.alignment().speed() == speed)
                        .limit(PIECES)
                        .mapToDouble(cluster -> cluster.weight() * cluster.weight())
                        .sum()))
                .orElse(1.0);
    }

    private static List<Cluster> clusters(List<Point> points, double speed) {
        var left = new ArrayList<>(points);
        left.sort(Comparator.comparingDouble(point -> offset(point, speed)));
        var clusters = new ArrayList<Cluster>();
        while (clusters.size() < MOST_OF_A_SPEED && !left.isEmpty()) {
            var best = heaviest(left, speed);
            var weight = best.stream().mapToDouble(Point::weight).sum();
            if (weight < LEAST_WEIGHT) {
                break;
            }
            clusters.add(new Cluster(
                    new Alignment(speed, median(best, speed)), speed == 1 ? weight : weight * ODDS_OF_ANOTHER_SPEED));
            left.removeAll(List.copyOf(best));
        }
        return clusters;
    }

    private static List<Point> heaviest(List<Point> sorted, double speed) {
        var best = 0.0;
        var from = 0;
        var to = 0;
        var sum = 0.0;
        var start = 0;
        for (var end = 0; end < sorted.size(); end++) {
            sum += sorted.get(end).weight();
            while (offset(sorted.get(end), speed) - offset(sorted.get(start), speed) > WIDTH_SECONDS) {
                sum -= sorted.get(start++).weight();
            }
            if (sum > best) {
                best = sum;
                from = start;
                to = end + 1;
            }
        }
        return sorted.subList(from, to);
    }

    private static double median(List<Point> sorted, double speed) {
        var half = sorted.stream().mapToDouble(Point::weight).sum() / 2;
        for (var point : sorted) {
            half -= point.weight();
            if (half <= 0) {
                return offset(point, speed);
            }
        }
        return offset(sorted.getLast(), speed);
    }

    private static double offset(Point point, double speed) {
        return point.inSecond() - point.inFirst() * speed;
    }
}
