package media.usenet.commands;

import java.util.ArrayList;
import java.util.List;
import media.usenet.commands.Draft.DraftFile;

/// Takes a [Task] apart. Its files have no names of their own: they are `in_1`, `in_2`, `out_1` by their order.
final class TaskReader {

    private static final int MOST_WORDS = 3000;
    private static final int LONGEST = 100_000;

    private final OptionReader options;
    private final Flaws flaws;
    private final Draft draft = new Draft();

    TaskReader(OptionReader options, Flaws flaws) {
        this.options = options;
        this.flaws = flaws;
    }

    Draft read(Task task) {
        for (var input : task.inputs()) {
            int number = draft.inputs.size();
            var where = "task.inputs[%d]".formatted(number);
            draft.inputs.add(
                    new DraftFile(where, "in_" + (number + 1), "", given(input.options(), where + ".options")));
        }
        if (task.filterComplex().length() > LONGEST) {
            flaws.add("task", "filter_complex", "is longer than %d characters".formatted(LONGEST));
        } else if (!task.filterComplex().isBlank()) {
            draft.trailing.add(new GivenOption("task", "filter_complex", "filter_complex", "", task.filterComplex()));
        }
        for (var output : task.outputs()) {
            int number = draft.outputs.size();
            draft.outputs.add(output(output, "task.outputs[%d]".formatted(number), "out_" + (number + 1)));
        }
        return draft;
    }

    private DraftFile output(Task.Output output, String where, String name) {
        var given = new ArrayList<GivenOption>();
        for (int map = 0; map < Math.min(output.maps().size(), MOST_WORDS); map++) {
            var at = "%s.maps[%d]".formatted(where, map);
            given.add(new GivenOption(
                    at, output.maps().get(map), "map", "", output.maps().get(map)));
        }
        given.addAll(given(output.options(), where + ".options"));
        return new DraftFile(where, name, output.file(), given);
    }

    private List<GivenOption> given(List<String> words, String where) {
        var queue = new WordQueue(
                words.subList(0, Math.min(words.size(), MOST_WORDS)), number -> "%s[%d]".formatted(where, number));
        var given = new ArrayList<GivenOption>();
        while (!queue.isEmpty() && !flaws.isFull()) {
            if (OptionReader.looksLikeOption(queue.peek())) {
                options.next(queue, flaws).ifPresent(given::add);
            } else {
                flaws.add(
                        queue.where(),
                        queue.take(),
                        "is no option: one begins with '-', and its value is a word of its own");
            }
        }
        if (words.size() > MOST_WORDS) {
            flaws.add(where, "", "holds more than %d words".formatted(MOST_WORDS));
        }
        return given;
    }
}
