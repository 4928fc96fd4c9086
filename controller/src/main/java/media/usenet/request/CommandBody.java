package media.usenet.request;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import media.usenet.commands.Commands;
import media.usenet.problem.ProblemException;
import media.usenet.task.Flaws;
import media.usenet.task.Source;
import media.usenet.task.Task;
import org.jspecify.annotations.Nullable;

/// `POST /v1/run-ffmpeg-command`: a command with `{{name}}` where its files stand.
///
/// @param inputFiles sources by name
/// @param outputFiles file names by name
/// @param ffmpegCommand `-i {{in_1}} -vf scale=640:-2 {{out_1}}`
public record CommandBody(
        @Nullable @JsonAlias("input_files") Map<String, String> inputFiles,
        @Nullable @JsonAlias("output_files") Map<String, String> outputFiles,
        @Nullable @JsonAlias({"ffmpeg_command", "command"}) String ffmpegCommand,
        @JsonUnwrapped JobOptions options)
        implements Body {

    static final Commands COMMANDS = Commands.load();

    @Override
    public Task task(Flaws flaws) {
        var files = Objects.requireNonNullElse(inputFiles, Map.<String, String>of());
        var sources = new LinkedHashMap<String, Source>();
        files.forEach((name, text) -> sources.put(name, Sources.one(flaws, text, "input_files." + name)));
        try {
            var command = COMMANDS.ofText(
                    Objects.requireNonNullElse(ffmpegCommand, ""),
                    files.keySet(),
                    Objects.requireNonNullElse(outputFiles, Map.of()));
            var names = new ArrayList<>(sources.keySet());
            return new Task.Run(names.stream().map(sources::get).toList(), names, command);
        } catch (ProblemException e) {
            flaws.addAll(e.flaws());
            return new Task.Probe(Sources.NOWHERE);
        }
    }
}
