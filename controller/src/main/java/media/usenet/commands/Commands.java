package media.usenet.commands;

import java.util.Map;
import java.util.Set;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/// The door: from a command as people write it to one that is understood, or to everything that is wrong with it.
public final class Commands {

    private static final String REMEDY = "correct what is named; docs/commands.md lists every option and filter";

    private final FilterTable filters;
    private final OptionTable options;
    private final OptionReader reader;

    private Commands(Vocabulary vocabulary) {
        filters = FilterTable.load(vocabulary);
        options = OptionTable.load(vocabulary);
        reader = new OptionReader(options, new GraphReader(filters, vocabulary), vocabulary);
    }

    public static Commands load() {
        return new Commands(Vocabulary.load());
    }

    /// Reads `/v1/run-ffmpeg-command`.
    ///
    /// @param inputs the names of the input files
    /// @param outputs the names of the output files with their file names
    /// @throws ProblemException `COMMAND_REFUSED` with every flaw
    public FFmpegCommand ofText(String command, Set<String> inputs, Map<String, String> outputs) {
        var flaws = new Flaws();
        return assemble(new TextReader(reader, inputs, outputs, flaws).read(command), flaws);
    }

    /// Reads the form of `/v2/run-ffmpeg-job`'s `task`; what is in it is for [#ofTask].
    ///
    /// @throws ProblemException `COMMAND_REFUSED` with every flaw
    public Task task(JsonNode json) {
        var flaws = new Flaws();
        var task = Task.read(json, flaws);
        check(flaws);
        return task;
    }

    /// Reads `/v2/run-ffmpeg-job`. The files are named `in_1`, `in_2`, ... and `out_1`, ... in the order of the task.
    ///
    /// @throws ProblemException `COMMAND_REFUSED` with every flaw
    public FFmpegCommand ofTask(Task task) {
        var flaws = new Flaws();
        return assemble(new TaskReader(reader, flaws).read(task), flaws);
    }

    FilterTable filters() {
        return filters;
    }

    OptionTable options() {
        return options;
    }

    private FFmpegCommand assemble(Draft draft, Flaws flaws) {
        var command = new Assembly(options, reader, flaws).assemble(draft);
        check(flaws);
        return command;
    }

    private static void check(Flaws flaws) {
        var all = flaws.all();
        if (!all.isEmpty()) {
            var what = "the command has %d flaw%s".formatted(all.size(), all.size() == 1 ? "" : "s");
            throw new ProblemException(Problem.COMMAND_REFUSED, what, REMEDY, all);
        }
    }
}
