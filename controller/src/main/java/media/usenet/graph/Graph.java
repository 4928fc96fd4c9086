package media.usenet.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A filter graph being written: chains of filters between labelled pads.
public final class Graph {

    private final List<String> chains = new ArrayList<>();
    private int labels;

    /// A label that no other pad of this graph has.
    String label(String of) {
        return of + labels++;
    }

    /// Adds a chain that ends in a new pad.
    ///
    /// @param inputs pads: `0:v:0`, or what an earlier chain ended in
    /// @return the label of the pad it ends in
    public String chain(List<String> inputs, String of, List<Filter> filters) {
        var output = label(of);
        chains.add(pads(inputs) + join(filters) + pads(List.of(output)));
        return output;
    }

    public String chain(String input, String of, Filter... filters) {
        return chain(List.of(input), of, List.of(filters));
    }

    /// Adds a chain that begins with a source of its own, such as silence.
    String source(String of, Filter... filters) {
        return chain(List.of(), of, List.of(filters));
    }

    /// Adds a chain with two pads at its end.
    List<String> pair(List<String> inputs, String first, String second, Filter filter) {
        var outputs = List.of(label(first), label(second));
        chains.add(pads(inputs) + filter + pads(outputs));
        return outputs;
    }

    /// As FFmpeg's `-filter_complex` takes it.
    public String text() {
        return String.join(";", chains);
    }

    private static String join(List<Filter> filters) {
        return filters.stream().map(Filter::toString).collect(Collectors.joining(","));
    }

    private static String pads(List<String> labels) {
        return labels.stream().flatMap(label -> Stream.of("[", label, "]")).collect(Collectors.joining());
    }
}
