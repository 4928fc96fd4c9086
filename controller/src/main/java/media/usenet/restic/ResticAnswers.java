package media.usenet.restic;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What restic prints, read. Fields that a newer one adds are passed over.
final class ResticAnswers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern VERSION = Pattern.compile("^restic (\\d+\\.\\d+(?:\\.\\d+)?)");

    private ResticAnswers() {}

    static Optional<String> version(String text) {
        var match = VERSION.matcher(text);
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }

    static List<Snapshot> snapshots(String text) {
        return tree(text)
                .valueStream()
                .map(node -> new Snapshot(
                        node.path("id").asString(),
                        OffsetDateTime.parse(node.path("time").asString()),
                        node.path("hostname").asString(""),
                        texts(node.path("paths")),
                        texts(node.path("tags"))))
                .toList();
    }

    /// One line of what `backup --json` prints while it runs.
    sealed interface Said permits Status, Summary, Other {}

    record Status(long bytesDone) implements Said {}

    record Summary(Restic.Added added) implements Said {}

    record Other() implements Said {}

    static Said said(String line) {
        if (!line.startsWith("{")) {
            return new Other();
        }
        var node = tree(line);
        return switch (node.path("message_type").asString("")) {
            case "status" -> new Status(node.path("bytes_done").asLong(0));
            case "summary" -> new Summary(added(node));
            default -> new Other();
        };
    }

    private static Restic.Added added(JsonNode node) {
        return new Restic.Added(
                node.path("snapshot_id").asString(),
                node.path("data_added_packed").asLong(node.path("data_added").asLong(0)),
                node.path("total_files_processed").asLong(0),
                node.path("total_bytes_processed").asLong(0));
    }

    private static List<String> texts(JsonNode node) {
        return node.valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw strange("it printed no JSON: " + e.getOriginalMessage());
        }
    }

    static ProblemException strange(String what) {
        return new ProblemException(
                Problem.DESTINATION_FAILED,
                "restic did not answer as expected: " + what,
                "see whether it works by hand: restic snapshots");
    }
}
