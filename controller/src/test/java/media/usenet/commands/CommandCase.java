package media.usenet.commands;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import media.usenet.problem.ProblemException;

/// The first part of a golden case: the files of a request, one a line, an empty line, the command.
record CommandCase(Map<String, String> inputs, Map<String, String> outputs, String command) {

    private static final Commands COMMANDS = Commands.load();

    static CommandCase of(String text) {
        var parts = text.split("\n\n", 2);
        var inputs = new LinkedHashMap<String, String>();
        var outputs = new LinkedHashMap<String, String>();
        parts[0].lines()
                .map(line -> line.split(" ", 2))
                .forEach(file -> (file[0].startsWith("in") ? inputs : outputs).put(file[0], file[1]));
        return new CommandCase(inputs, outputs, parts[1]);
    }

    FFmpegCommand read() {
        return COMMANDS.ofText(command, inputs.keySet(), outputs);
    }

    /// The command line, or every flaw.
    String answer() {
        try {
            return read().preview() + "\n";
        } catch (ProblemException e) {
            return e.flaws().stream().map(flaw -> flaw + "\n").collect(Collectors.joining());
        }
    }
}
