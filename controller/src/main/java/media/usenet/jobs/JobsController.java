package media.usenet.jobs;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import media.usenet.event.EventStream;
import media.usenet.event.EventStream.Message;
import media.usenet.history.JobOutputs;
import media.usenet.history.JobPage;
import media.usenet.history.JobQuery;
import media.usenet.job.Job;
import media.usenet.job.JobState;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.queue.JobEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/// Jobs over HTTP, as they are read.
@RestController
final class JobsController {

    private static final int LARGEST_PAGE = 500;
    private static final String SECONDS_WHILE_RUNNING = "2";
    private static final String SECONDS_WHILE_WAITING = "5";

    private final Jobs jobs;
    private final JobHub hub;
    private final JobLogReader logs;
    private final JobExport exports;
    private final EventStream stream;
    private final JsonMapper json;

    JobsController(Jobs jobs, JobHub hub, JobLogReader logs, EventStream stream, JsonMapper json) {
        this.jobs = jobs;
        this.hub = hub;
        this.logs = logs;
        this.stream = stream;
        this.json = json;
        this.exports = new JobExport(jobs, json);
    }

    /// @param state some states, with commas between them; `status` is FFAPI's name for it
    /// @param text part of the label or of the request, or an id; `search` is FFAPI's name for it
    /// @param from RFC 3339, or a date
    /// @param sort `createdAt`, `finishedAt`, `label` and others, with a `-` before it for the last first
    /// @param page from 1
    /// @param export `csv` or `json`: all that match, oldest first, as a file
    @GetMapping("/v1/jobs")
    @Nullable
    JobPage list(
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable List<String> status,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String lane,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "-createdAt") String sort,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) @Nullable String export,
            HttpServletResponse response)
            throws IOException {
        var filter = new JobQuery(state, status, type, lane, key, text, search, from, to).filter();
        if (export != null) {
            exports.write(filter, export, response);
            return null;
        }
        if (page < 1 || size < 1 || size > LARGEST_PAGE) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST,
                    "there is no page %d of %d jobs".formatted(page, size),
                    "ask for page 1 or later, of 1 to %d jobs".formatted(LARGEST_PAGE));
        }
        return jobs.page(filter, sort, page, size);
    }

    /// With an `ETag`, and with `Retry-After` while it is not over.
    @GetMapping("/v1/jobs/{id}")
    @Nullable
    ResponseEntity<Job> one(@PathVariable String id, WebRequest request) {
        var job = jobs.find(id);
        var tag = tag(job);
        var answer = ResponseEntity.ok().eTag(tag);
        if (!job.state().ended()) {
            answer.header(
                    "Retry-After", job.state() == JobState.RUNNING ? SECONDS_WHILE_RUNNING : SECONDS_WHILE_WAITING);
        }
        return request.checkNotModified(tag) ? null : answer.body(job);
    }

    private String tag(Job job) {
        var hash = new CRC32();
        hash.update(json.writeValueAsBytes(job));
        return "\"%s\"".formatted(HexFormat.of().toHexDigits(hash.getValue(), 8));
    }

    /// @param follow goes on until the job has ended
    @GetMapping(value = "/v1/jobs/{id}/log", produces = MediaType.TEXT_PLAIN_VALUE)
    void log(
            @PathVariable String id, @RequestParam(defaultValue = "false") boolean follow, HttpServletResponse response)
            throws IOException {
        jobs.find(id);
        response.setContentType("text/plain;charset=UTF-8");
        logs.write(id, follow, response.getOutputStream());
    }

    /// What happens to a job, to its end; with `Last-Event-ID`, from there on.
    @GetMapping(value = "/v1/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Integer lastSeen) {
        jobs.find(id);
        return stream.<JobMessage>send(
                follower -> hub.follow(id, Objects.requireNonNullElse(lastSeen, 0), follower),
                message -> message(message));
    }

    private static Message message(JobMessage message) {
        return switch (message) {
            case JobMessage.Happened(JobEvent event) ->
                new Message(event.kind(), new JobMessage.Told(event.job(), event.at(), event.text()), false);
            case JobMessage.Progressed progressed -> new Message("progress", progressed, false);
            case JobMessage.Ended(Job job) -> new Message("end", job, true);
        };
    }

    /// A file that the job published, or a part of it by `Range`. Never shown by a browser itself: it may hold
    /// anything.
    @GetMapping("/v1/jobs/{id}/outputs/{*name}")
    ResponseEntity<Resource> output(@PathVariable String id, @PathVariable String name) {
        var file = JobOutputs.find(jobs.find(id), name.substring(1));
        var type = MediaTypeFactory.getMediaType(file.getFileName().toString())
                .filter(media ->
                        media.getType().equals("video") || media.getType().equals("audio"))
                .orElse(MediaType.APPLICATION_OCTET_STREAM);
        var disposition = ContentDisposition.attachment()
                .filename(file.getFileName().toString(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Disposition", disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .body(new FileSystemResource(file));
    }
}
