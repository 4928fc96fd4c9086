package media.usenet.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A command of which every word was understood. What it renders was written by us, and holds no path.
public final class FFmpegCommand {

    private final List<CommandInput> inputs;
    private final List<Setting> globals;
    private final List<CommandOutput> outputs;

    FFmpegCommand(List<CommandInput> inputs, List<Setting> globals, List<CommandOutput> outputs) {
        this.inputs = List.copyOf(inputs);
        this.globals = List.copyOf(globals);
        this.outputs = List.copyOf(outputs);
    }

    /// The names of the files that are read, in the order of the command; one can stand there twice.
    public List<String> inputs() {
        return inputs.stream().map(CommandInput::name).toList();
    }

    /// The names of the files that are made with the file names that the request gives them. Of those only
    /// the extension has been looked at.
    public Map<String, String> outputs() {
        var files = new LinkedHashMap<String, String>();
        outputs.forEach(output -> files.put(output.name(), output.file()));
        return files;
    }

    /// The arguments behind `ffmpeg`, without those that harden it.
    ///
    /// @param opening by an input's name the words that open it, `-i` among them; what hardens the opening
    ///     belongs before its `-i`
    /// @param path by an output's name the word that stands for it
    public List<String> arguments(Function<String, List<String>> opening, UnaryOperator<String> path) {
        var reading = inputs.stream().flatMap(input -> input.words(opening.apply(input.name())));
        var whole = globals.stream().flatMap(setting -> setting.words().stream());
        var writing = outputs.stream().flatMap(output -> output.words(path.apply(output.name())));
        return Stream.of(reading, whole, writing).flatMap(Function.identity()).toList();
    }

    /// The command line as people read it, quoted for a POSIX shell, with placeholders where files stand.
    public String preview() {
        var arguments = arguments(name -> List.of("-i", braced(name)), FFmpegCommand::braced);
        return Stream.concat(Stream.of("ffmpeg"), arguments.stream())
                .map(Words::quote)
                .collect(Collectors.joining(" "));
    }

    private static String braced(String name) {
        return "{{" + name + "}}";
    }
}
