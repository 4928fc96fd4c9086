package media.usenet.commands;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import media.usenet.commands.Draft.DraftFile;

/// Takes the text of a command apart: options, `-i {{in}}`, `{{out}}`.
final class TextReader {

    private static final String WHERE = "ffmpeg_command";
    private static final int LONGEST = 100_000;
    private static final int MOST_WORDS = 3000;

    /// What stands for the name of an output that the request does not know: its options are judged all the same.
    private static final String UNKNOWN = "unknown.mkv";

    private final OptionReader options;
    private final Set<String> inputs;
    private final Map<String, String> outputs;
    private final Flaws flaws;
    private final Draft draft = new Draft();
    private final List<GivenOption> pending = new ArrayList<>();

    TextReader(OptionReader options, Set<String> inputs, Map<String, String> outputs, Flaws flaws) {
        this.options = options;
        this.inputs = Set.copyOf(inputs);
        this.outputs = Map.copyOf(outputs);
        this.flaws = flaws;
    }

    Draft read(String text) {
        names();
        var words = text.length() > LONGEST ? List.<String>of() : Words.split(text, WHERE, flaws);
        if (text.length() > LONGEST || words.size() > MOST_WORDS) {
            flaws.add(WHERE, "", "is longer than %d characters or %d words".formatted(LONGEST, MOST_WORDS));
            return draft;
        }
        var queue = new WordQueue(words, number -> "%s, word %d".formatted(WHERE, number + 1));
        if (!queue.isEmpty() && queue.peek().equals("ffmpeg")) {
            queue.take();
        }
        while (!queue.isEmpty() && !flaws.isFull()) {
            next(queue);
        }
        draft.trailing.addAll(pending);
        unmade();
        return draft;
    }

    private void names() {
        inputs.forEach(name -> name("input_files", name));
        outputs.keySet().forEach(name -> name("output_files", name));
        inputs.stream()
                .filter(outputs::containsKey)
                .forEach(name -> flaws.add("output_files", name, "is the name of an input too"));
    }

    private void name(String where, String name) {
        if (!Placeholder.isName(name)) {
            flaws.add(where, name, "is no name: letters, digits, _ . - and at most 64 of them");
        }
    }

    private void next(WordQueue words) {
        if (words.peek().equals("-i")) {
            words.take();
            input(words);
        } else if (OptionReader.looksLikeOption(words.peek())) {
            options.next(words, flaws).ifPresent(pending::add);
        } else {
            output(words);
        }
    }

    private void input(WordQueue words) {
        var where = words.isEmpty() ? WHERE : words.where();
        var word = words.isEmpty() ? "" : words.take();
        var name = Placeholder.name(word).orElse("");
        if (!inputs.contains(name)) {
            flaws.add(where, "-i " + word, "is no input file of the request: write -i {{NAME}}" + oneOf(inputs));
        }
        draft.inputs.add(new DraftFile(where, name, "", pending));
        pending.clear();
    }

    private void output(WordQueue words) {
        var where = words.where();
        var word = words.take();
        var name = Placeholder.name(word).orElse("");
        if (!outputs.containsKey(name)) {
            var hint = inputs.contains(name) ? "; an input stands behind -i" : oneOf(outputs.keySet());
            flaws.add(where, word, "is no option and no output file of the request: write {{NAME}}" + hint);
        }
        draft.outputs.add(new DraftFile(where, name, outputs.getOrDefault(name, UNKNOWN), pending));
        pending.clear();
    }

    private static String oneOf(Set<String> names) {
        return names.isEmpty() ? "" : ", NAME one of " + String.join(", ", new TreeSet<>(names));
    }

    private void unmade() {
        var made = new HashSet<String>();
        for (var output : draft.outputs) {
            if (!made.add(output.name()) && outputs.containsKey(output.name())) {
                flaws.add(output.where(), "{{" + output.name() + "}}", "is written twice");
            }
        }
        outputs.keySet().stream()
                .filter(name -> !made.contains(name))
                .sorted()
                .forEach(name -> flaws.add(
                        "output_files", name, "is never written: put {{%s}} into the command".formatted(name)));
    }
}
