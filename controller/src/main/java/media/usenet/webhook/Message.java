package media.usenet.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import media.usenet.job.Job;
import media.usenet.job.JobState;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/// What a webhook is told, and the names of the events. Pure.
final class Message {

    private static final String PREFIX = "job.";

    /// What can be told, as it is called in the rows of events, and the state of the job then.
    private static final Map<String, JobState> KINDS = kinds();

    /// FFAPI's names.
    private static final Map<String, String> OTHERS = Map.of("created", "queued", "completed", "succeeded");

    /// How jobs end.
    static final List<String> ENDS = List.of("succeeded", "failed", "dead", "cancelled");

    private Message() {}

    private static Map<String, JobState> kinds() {
        var kinds = new LinkedHashMap<String, JobState>();
        kinds.put("queued", JobState.QUEUED);
        kinds.put("started", JobState.RUNNING);
        for (var state : List.of(
                JobState.RETRYING,
                JobState.SUSPENDED,
                JobState.SUCCEEDED,
                JobState.FAILED,
                JobState.DEAD,
                JobState.CANCELLED)) {
            kinds.put(state.word(), state);
        }
        return kinds;
    }

    /// @param events as people write them: `job.succeeded`, `job.completed`
    /// @throws ProblemException `INVALID_REQUEST`
    static List<String> kinds(List<String> events) {
        return events.stream().map(Message::kind).distinct().toList();
    }

    private static String kind(String event) {
        var name = event.toLowerCase(Locale.ROOT);
        var bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
        var kind = OTHERS.getOrDefault(bare, bare);
        if (!KINDS.containsKey(kind)) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST,
                    "there is no event '%s'".formatted(event),
                    "use some of " + KINDS.keySet().stream().map(Message::event).collect(Collectors.joining(", ")));
        }
        return kind;
    }

    static String event(String kind) {
        return PREFIX + kind;
    }

    static String body(JsonMapper json, String kind, Instant at, Job job) {
        var data = new LinkedHashMap<String, Object>();
        data.put("job_id", job.id());
        data.put("type", job.type());
        data.put("label", job.label());
        data.put("status", KINDS.getOrDefault(kind, job.state()).word());
        data.put("attempt", job.attempt());
        if (job.finishedAt() != null) {
            data.put(
                    "duration_ms",
                    Duration.between(job.createdAt(), job.finishedAt()).toMillis());
        }
        job.outputs().stream().findFirst().ifPresent(output -> {
            data.put("output_file", output.path().toString());
            data.put("download_url", "/v1/jobs/%s/outputs/%s".formatted(job.id(), output.name()));
        });
        if (job.error() != null) {
            data.put("error", job.error());
        }
        return json.writeValueAsString(told(event(kind), at, data));
    }

    /// What is sent to try an address.
    static String test(JsonMapper json, Instant at) {
        return json.writeValueAsString(told("test", at, Map.of()));
    }

    private static Map<String, Object> told(String type, Instant at, Map<String, Object> data) {
        var told = new LinkedHashMap<String, Object>();
        told.put("type", type);
        told.put("timestamp", at.toString());
        told.put("data", data);
        return told;
    }
}
