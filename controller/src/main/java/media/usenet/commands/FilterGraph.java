package media.usenet.commands;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import media.usenet.ffmpeg.FilterText;

/// Filters in chains, with labels between them.
record FilterGraph(List<List<Filter>> chains) {

    FilterGraph {
        chains = chains.stream().map(List::copyOf).toList();
    }

    /// A filter with what it is given.
    ///
    /// @param inputs labels and stream links that lead into it
    /// @param outputs labels that lead out of it
    record Filter(FilterRule rule, List<String> inputs, List<Argument> arguments, List<String> outputs) {

        public Filter {
            inputs = List.copyOf(inputs);
            arguments = List.copyOf(arguments);
            outputs = List.copyOf(outputs);
        }

        String text() {
            var settings = arguments.stream().map(Argument::text).collect(Collectors.joining(":"));
            return labels(inputs) + rule.name() + (settings.isEmpty() ? "" : "=" + settings) + labels(outputs);
        }

        private static String labels(List<String> labels) {
            return labels.stream().map(label -> "[" + label + "]").collect(Collectors.joining());
        }
    }

    /// A parameter and its value.
    ///
    /// @param value as it is meant, not escaped
    record Argument(String name, String value) {

        String text() {
            return name + "=" + FilterText.value(value);
        }
    }

    /// As FFmpeg reads it, every value escaped.
    String text() {
        return chains.stream()
                .map(chain -> chain.stream().map(Filter::text).collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    Set<String> made() {
        return filters().flatMap(filter -> filter.outputs().stream()).collect(Collectors.toSet());
    }

    List<String> used() {
        return filters().flatMap(filter -> filter.inputs().stream()).toList();
    }

    int size() {
        return (int) filters().count();
    }

    private Stream<Filter> filters() {
        return chains.stream().flatMap(List::stream);
    }
}
