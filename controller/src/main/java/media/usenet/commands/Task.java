package media.usenet.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The `task` of `/v2/run-ffmpeg-job`, its form checked and nothing else.
public record Task(List<Input> inputs, String filterComplex, List<Output> outputs) {

    /// A file that is read.
    ///
    /// @param filePath the address it is fetched from: for whoever fetches to judge
    public record Input(String filePath, List<String> options) {
        public Input {
            options = List.copyOf(options);
        }
    }

    /// A file that is made.
    public record Output(String file, List<String> options, List<String> maps) {
        public Output {
            options = List.copyOf(options);
            maps = List.copyOf(maps);
        }
    }

    public Task {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    static Task read(JsonNode task, Flaws flaws) {
        var reader = new Fields(flaws);
        reader.known(task, "task", Set.of("inputs", "filter_complex", "outputs"));
        var inputs = new ArrayList<Input>();
        reader.list(task, "task", "inputs")
                .forEach(each -> inputs.add(input(each, "task.inputs[%d]".formatted(inputs.size()), reader)));
        var outputs = new ArrayList<Output>();
        reader.list(task, "task", "outputs")
                .forEach(each -> outputs.add(output(each, "task.outputs[%d]".formatted(outputs.size()), reader)));
        return new Task(inputs, reader.text(task, "task", "filter_complex"), outputs);
    }

    private static Input input(JsonNode node, String where, Fields reader) {
        reader.known(node, where, Set.of("file_path", "options"));
        reader.required(node, where, "file_path");
        return new Input(reader.text(node, where, "file_path"), reader.texts(node, where, "options"));
    }

    private static Output output(JsonNode node, String where, Fields reader) {
        reader.known(node, where, Set.of("file", "options", "maps"));
        reader.required(node, where, "file");
        return new Output(
                reader.text(node, where, "file"),
                reader.texts(node, where, "options"),
                reader.texts(node, where, "maps"));
    }

    /// Reads JSON strictly, and notes what is wrong.
    private record Fields(Flaws flaws) {

        void known(JsonNode node, String where, Set<String> names) {
            if (!node.isObject()) {
                flaws.add(
                        where,
                        "",
                        "must be an object with "
                                + String.join(", ", names.stream().sorted().toList()));
            }
            node.propertyNames().stream()
                    .filter(name -> !names.contains(name))
                    .forEach(name -> flaws.add(where, name, "is unknown" + Flaws.suggestion(name, names)));
        }

        void required(JsonNode node, String where, String name) {
            if (!node.hasNonNull(name)) {
                flaws.add(where, name, "is required");
            }
        }

        String text(JsonNode node, String where, String name) {
            var value = node.path(name);
            if (!value.isString() && !value.isMissingNode() && !value.isNull()) {
                flaws.add(where, name, "must be a text");
            }
            return value.isString() ? value.stringValue() : "";
        }

        List<String> texts(JsonNode node, String where, String name) {
            var texts = new ArrayList<String>();
            for (var each : list(node, where, name)) {
                if (each.isString() || each.isNumber()) {
                    texts.add(each.isString() ? each.stringValue() : each.asString());
                } else {
                    flaws.add(where, name, "must be a list of texts");
                }
            }
            return texts;
        }

        List<JsonNode> list(JsonNode node, String where, String name) {
            var value = node.path(name);
            if (!value.isArray() && !value.isMissingNode() && !value.isNull()) {
                flaws.add(where, name, "must be a list");
            }
            var items = new ArrayList<JsonNode>();
            value.forEach(items::add);
            return value.isArray() ? items : List.of();
        }
    }
}
