package media.usenet.transcode;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import media.usenet.job.Idempotency;
import media.usenet.job.Job;
import media.usenet.jobs.Jobs;
import media.usenet.request.Body;
import media.usenet.request.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers a request for a job in the way it was asked for.
final class Asking {

    private static final String NOBODY = "";
    private static final int LONGEST_WAIT_SECONDS = 300;

    private final Intake intake;
    private final Jobs jobs;
    private final JsonMapper json;

    Asking(Intake intake, Jobs jobs, JsonMapper json) {
        this.intake = intake;
        this.jobs = jobs;
        // What was not said is not stored: a later default may then differ from today's null.
        this.json = json.rebuild()
                .changeDefaultPropertyInclusion(usual -> usual.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    /// @param dryRun only tells what would become of it
    /// @param wait for how many seconds to wait for the job's end
    /// @param once the Idempotency-Key
    ResponseEntity<?> answer(Kind kind, Body body, boolean dryRun, int wait, @Nullable String once)
            throws InterruptedException {
        JsonNode request = json.valueToTree(body);
        if (dryRun) {
            return ResponseEntity.ok(intake.preview(kind, request));
        }
        var submitted = intake.submit(
                kind, request, null, idempotency(kind, request, once).orElse(null));
        var job = wait > 0
                ? jobs.await(submitted.id(), Duration.ofSeconds(Math.min(wait, LONGEST_WAIT_SECONDS)))
                : submitted;
        return job.state().ended() ? ResponseEntity.ok(job) : accepted(job);
    }

    private static Optional<Idempotency> idempotency(Kind kind, JsonNode request, @Nullable String once) {
        return Optional.ofNullable(once)
                .map(key -> Idempotency.of(
                        NOBODY, key, kind.type(), request.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static ResponseEntity<Job> accepted(Job job) {
        return ResponseEntity.accepted()
                .location(URI.create("/v1/jobs/" + job.id()))
                .header("Retry-After", "1")
                .body(job);
    }
}
