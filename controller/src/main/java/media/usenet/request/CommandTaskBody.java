package media.usenet.request;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import media.usenet.problem.ProblemException;
import media.usenet.task.Flaws;
import media.usenet.task.Source;
import media.usenet.task.Task;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/// `POST /v2/run-ffmpeg-job`: a command in parts.
///
/// @param task `inputs` with `file_path` and `options`, `filter_complex`, `outputs` with `file`, `options` and `maps`
public record CommandTaskBody(
        @Nullable JsonNode task, @JsonUnwrapped JobOptions options) implements Body {

    private static final String FIRST = "in_";

    @Override
    public Task task(Flaws flaws) {
        try {
            var read = CommandBody.COMMANDS.task(task == null ? NullNode.getInstance() : task);
            var sources = new ArrayList<Source>();
            var names = new ArrayList<String>();
            for (var input : read.inputs()) {
                sources.add(Sources.one(flaws, input.filePath(), "task.inputs[%d].file_path".formatted(names.size())));
                names.add(FIRST + (names.size() + 1));
            }
            return new Task.Run(sources, names, CommandBody.COMMANDS.ofTask(read));
        } catch (ProblemException e) {
            flaws.addAll(e.flaws());
            return new Task.Probe(Sources.NOWHERE);
        }
    }
}
