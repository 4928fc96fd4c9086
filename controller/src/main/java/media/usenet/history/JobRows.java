package media.usenet.history;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.job.FailureClass;
import media.usenet.job.Job;
import media.usenet.job.JobError;
import media.usenet.job.JobOutput;
import media.usenet.job.JobState;
import media.usenet.job.Phase;
import media.usenet.job.Priority;
import media.usenet.queue.Json;
import media.usenet.queue.Picture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads jobs as callers see them.
public final class JobRows {

    private static final String COLUMNS = """
            id, type, label, state, priority, lane, api_key, attempt, max_attempts, node, phase, slot, progress, encoder_path,
            warnings, result, error_class, error_detail, error_remedy, created_ms, started_ms, finished_ms, retry_ms""";

    private JobRows() {}

    public static Optional<Job> find(JdbcClient db, String id) {
        return db.sql("select %s, request from jobs where id = :id".formatted(COLUMNS))
                .param("id", id)
                .query((row, _) -> job(row, List.of(), Json.object(row.getString("request"))))
                .optional()
                .map(job -> withOutputs(job, outputs(db, List.of(id)).getOrDefault(id, List.of())));
    }

    /// @param rest from `where` on
    static List<Job> list(JdbcClient db, String rest, Map<String, ?> parameters) {
        var jobs = db.sql("select %s from jobs %s".formatted(COLUMNS, rest))
                .params(parameters)
                .query((row, _) -> job(row, List.of(), null))
                .list();
        var outputs = outputs(
                db,
                jobs.stream()
                        .filter(job -> job.state() == JobState.SUCCEEDED)
                        .map(Job::id)
                        .toList());
        return jobs.stream()
                .map(job -> withOutputs(job, outputs.getOrDefault(job.id(), List.of())))
                .toList();
    }

    private static Map<String, List<JobOutput>> outputs(JdbcClient db, List<String> jobs) {
        var outputs = new LinkedHashMap<String, List<JobOutput>>();
        if (!jobs.isEmpty()) {
            db.sql("""
                    select job, name, target, folder, bytes, sha256 from job_outputs
                    where published = 1 and job in (:jobs) order by job, position""").param("jobs", jobs).query(row -> {
                outputs.computeIfAbsent(row.getString("job"), _ -> new ArrayList<>())
                        .add(output(row));
            });
        }
        return outputs;
    }

    private static JobOutput output(ResultSet row) throws SQLException {
        return new JobOutput(
                row.getString("name"),
                Path.of(row.getString("target")),
                row.getInt("folder") != 0,
                row.getLong("bytes"),
                row.getString("sha256"));
    }

    private static Job job(ResultSet row, List<JobOutput> outputs, @Nullable Map<String, Object> request)
            throws SQLException {
        var id = row.getString("id");
        var state = JobState.of(row.getString("state"));
        var phase = row.getString("phase");
        return new Job(
                id,
                row.getString("type"),
                row.getString("label"),
                state,
                phase == null ? null : Phase.of(phase),
                Priority.ofRank(row.getInt("priority")),
                row.getString("lane"),
                row.getString("api_key"),
                row.getInt("attempt"),
                row.getInt("max_attempts"),
                Instant.ofEpochMilli(row.getLong("created_ms")),
                instant(row, "started_ms"),
                instant(row, "finished_ms"),
                instant(row, "retry_ms"),
                row.getString("node"),
                state == JobState.SUSPENDED ? row.getString("slot") : null,
                Json.progress(row.getString("progress")),
                Json.steps(row.getString("encoder_path")),
                Json.texts(row.getString("warnings")),
                error(row),
                Json.object(row.getString("result")),
                outputs,
                request,
                links(id, state));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable JobError error(ResultSet row) throws SQLException {
        var failure = row.getString("error_class");
        return failure == null
                ? null
                : new JobError(FailureClass.of(failure), row.getString("error_detail"), row.getString("error_remedy"));
    }

    private static Map<String, String> links(String id, JobState state) {
        var self = "/v1/jobs/" + id;
        var links = new LinkedHashMap<String, String>();
        links.put("self", self);
        links.put("log", self + "/log");
        links.put("events", self + "/events");
        switch (state) {
            case QUEUED, RUNNING, RETRYING, SUSPENDED -> links.put("cancel", self + "/cancel");
            case FAILED, DEAD, CANCELLED -> links.put("retry", self + "/retry");
            case SUCCEEDED -> links.put("duplicate", self + "/duplicate");
        }
        return links;
    }

    private static Job withOutputs(Job job, List<JobOutput> outputs) {
        return new Job(
                job.id(),
                job.type(),
                job.label(),
                job.state(),
                job.phase(),
                job.priority(),
                job.lane(),
                job.key(),
                job.attempt(),
                job.maxAttempts(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.retryAt(),
                job.node(),
                job.slot(),
                job.progress(),
                job.encoderPath(),
                job.warnings(),
                job.error(),
                job.result(),
                outputs,
                job.request(),
                job.links());
    }

    /// With what is known of it here and now, where it runs in this process.
    public static Job withPicture(Job job, Picture picture) {
        return new Job(
                job.id(),
                job.type(),
                job.label(),
                job.state(),
                picture.phase() == null ? job.phase() : picture.phase(),
                job.priority(),
                job.lane(),
                job.key(),
                job.attempt(),
                job.maxAttempts(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.retryAt(),
                job.node(),
                job.slot(),
                picture.progress() == null ? job.progress() : picture.progress(),
                picture.encoderPath(),
                picture.warnings(),
                job.error(),
                job.result(),
                job.outputs(),
                job.request(),
                job.links());
    }
}
