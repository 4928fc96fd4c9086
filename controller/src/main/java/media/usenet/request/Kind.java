package media.usenet.request;

import java.util.stream.Stream;
import media.usenet.task.Flaws;
import media.usenet.task.Task;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The kinds of job there are.
public enum Kind {
    TRANSCODE("transcode", TranscodeBody.class),
    AUDIO_EXTRACT("audio.extract", ExtractBody.class),
    AUDIO_TEMPO("audio.tempo", TempoBody.class),
    COMPOSE("compose", ComposeBody.class),
    COMPOSE_TRACKS("compose.tracks", TracksBody.class),
    CONCAT("concat", ConcatBody.class),
    IMAGE_LOOP("image.loop", LoopBody.class),
    PROBE("probe", ProbeBody.class),
    COMMAND("command", CommandBody.class),
    COMMAND_TASK("command.task", CommandTaskBody.class);

    private final String type;
    private final Class<? extends Body> body;

    Kind(String type, Class<? extends Body> body) {
        this.type = type;
        this.body = body;
    }

    /// As jobs carry it.
    public String type() {
        return type;
    }

    /// A request that was checked.
    public record Request(Task task, JobOptions options) {}

    /// @throws media.usenet.problem.ProblemException `INVALID_REQUEST` with every flaw
    public Request read(JsonNode json, JsonMapper mapper) {
        var body = mapper.treeToValue(json, this.body);
        var flaws = new Flaws();
        var options = body.options();
        options.check(flaws);
        var task = body.task(flaws);
        flaws.raise();
        return new Request(task, options);
    }

    public static Stream<Kind> all() {
        return Stream.of(values());
    }
}
