package media.usenet.services;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Samples by name, printed as medians beside the peer that each is measured against.
public final class BenchmarkTable {

    private final String title;
    private final String peer;
    private final Map<String, List<Double>> samples = new LinkedHashMap<>();

    /// @param peer the name of the row that the others are divided by
    public BenchmarkTable(String title, String peer) {
        this.title = title;
        this.peer = peer;
    }

    public interface Work {
        void run() throws Exception;
    }

    /// Runs the work and notes how long it took.
    public void time(String name, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        add(name, millisSince(start));
    }

    public void add(String name, double millis) {
        samples.computeIfAbsent(name, _ -> new ArrayList<>()).add(millis);
    }

    public static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }

    public void print() {
        System.out.printf("%n%s%n%n", title);
        System.out.printf(
                "| %-44s | %4s | %9s | %9s | %9s | %6s |%n", "", "runs", "median ms", "p90 ms", "first ms", "x");
        System.out.println("|---|---|---|---|---|---|");
        samples.forEach((name, values) -> System.out.printf(
                "| %-44s | %4d | %9.1f | %9.1f | %9.1f | %6s |%n",
                name, values.size(), quantile(values, 0.5), quantile(values, 0.9), values.getFirst(), ratio(values)));
    }

    private String ratio(List<Double> values) {
        var against = samples.get(peer);
        return against == null ? "" : "%.2f".formatted(quantile(values, 0.5) / quantile(against, 0.5));
    }

    /// Between the two nearest values, as far as it lies between them.
    private static double quantile(List<Double> values, double share) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double place = share * (sorted.length - 1);
        var around = Arrays.copyOfRange(sorted, (int) Math.floor(place), (int) Math.ceil(place) + 1);
        return around[0] + (around[around.length - 1] - around[0]) * (place - Math.floor(place));
    }
}
