package media.usenet.commands;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Checks that what a command refers to is there: inputs by number, streams of graphs by label.
final class Links {

    private static final Pattern INPUT = Pattern.compile("-?(\\d{1,2})(:.*)?");
    private static final Set<String> BY_INPUT = Set.of("map", "map_metadata", "map_chapters");

    private final int inputs;
    private final List<Setting> globals;
    private final List<CommandOutput> outputs;
    private final Flaws flaws;

    Links(int inputs, List<Setting> globals, List<CommandOutput> outputs, Flaws flaws) {
        this.inputs = inputs;
        this.globals = List.copyOf(globals);
        this.outputs = List.copyOf(outputs);
        this.flaws = flaws;
    }

    void check() {
        var made = new HashSet<String>();
        globals.forEach(setting -> setting.graph().ifPresent(graph -> made.addAll(graph.made())));
        globals.forEach(setting -> setting.graph()
                .ifPresent(graph -> graph.used().stream()
                        .filter(label -> !made.contains(label) && !isStream(label))
                        .forEach(label -> flaws.add(
                                "filter_complex",
                                "[" + label + "]",
                                "is made by no filter, and there is no such input"))));
        if (inputs == 0 && made.isEmpty()) {
            flaws.add("the command", "", "reads no input");
        }
        outputs.forEach(output -> output.settings().forEach(setting -> check(output.name(), setting, made)));
    }

    private void check(String output, Setting setting, Set<String> made) {
        setting.graph()
                .ifPresent(graph -> graph.used().stream()
                        .filter(label -> !graph.made().contains(label) && !label.equals("in"))
                        .forEach(label -> flaws.add(
                                output,
                                "[" + label + "]",
                                "is made by no filter; to take streams of inputs use -filter_complex")));
        if (BY_INPUT.contains(setting.rule().name()) && setting.value() instanceof Setting.Value.Plain plain) {
            var text = plain.text();
            boolean there = text.startsWith("[")
                    ? made.contains(text.substring(1, text.length() - 1))
                    : text.equals("-1") || isStream(text);
            if (!there) {
                flaws.add(
                        output,
                        "-%s %s".formatted(setting.rule().name(), text),
                        "refers to what is not there; inputs are numbered from 0, and there are %d".formatted(inputs));
            }
        }
    }

    private boolean isStream(String link) {
        var input = INPUT.matcher(link);
        return input.matches() && Integer.parseInt(input.group(1)) < inputs;
    }
}
