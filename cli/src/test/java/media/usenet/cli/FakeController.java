package media.usenet.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Answers with the sample answers that the controller's own tests hold it to.
final class FakeController implements AutoCloseable {

    private record Answered(int status, String kind, String text) {}

    static final String TOKEN = "t0ken";

    private static final String PROBED = """
            {"id":"job_01k9f2m8x4t7v0c3qz5h","type":"probe","label":"a.mkv","state":"succeeded","result":
            {"formats":["matroska","webm"],"durationMillis":5760000,"bytes":1918210048,"bitrate":2664180,
             "video":[{"index":0,"codec":"hevc","width":3840,"height":2160,"bitDepth":10,"hdr":{"kind":"HDR10"},"bitrate":0}],
             "audio":[{"index":1,"codec":"ac3","channels":6,"layout":"5.1(side)","sampleRate":48000,"bitrate":448000,
             "language":"eng","title":null}],
             "subtitles":[{"index":2,"codec":"subrip","language":"ger","title":"Full","bitmap":false,"forced":true}],
             "pictures":[],"chapters":12}}
            """;

    private final Map<String, Answered> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final HttpServer server;

    FakeController() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        usual();
        server.createContext("/", this::answer);
        server.start();
    }

    private void usual() {
        json("GET /v1/version", 200, "version.json");
        json("GET /v1/hardware", 200, "hardware.json");
        json("GET /v1/hardware/status", 200, "hardware-status.json");
        json("GET /v1/hardware/profile", 200, "hardware-profile.json");
        json("PUT /v1/hardware/profile", 200, "hardware-profile-change.json");
        json("GET /v1/hardware/capture", 200, "hardware-capture.json");
        json("POST /v1/hardware/optimize", 202, "operation.json");
        json("GET /v1/services", 200, "services.json");
        json("GET /v1/services/preview", 200, "services-preview.json");
        json("GET /v1/services/status", 200, "services-status.json");
        json("GET /v1/services/health", 200, "services-status.json");
        json("GET /v1/services/stats", 200, "services-stats.json");
        for (var action : List.of("up", "down", "start", "stop", "restart")) {
            json("POST /v1/services/" + action, 202, "operation.json");
        }
        json("dry run of services", 200, "services-preview.json");
        json("dry run of storage", 200, "storage-change.json");
        json("dry run of storage/format", 200, "storage-format-change.json");
        storage();
        backups();
        jobs();
        library();
        duplicates();
        json("GET /v1/encoders", 200, "encoders.json");
        operation("POST /v1/encoders/probe", "encoders.probe", "hevc_qsv/10");
        json("GET /v1/hardware/benchmark", 200, "hardware-benchmark.json");
        operation("POST /v1/hardware/benchmark", "hardware.benchmark", "libx265 1080");
        answers.put("GET /v1/services/logs", new Answered(200, "application/x-ndjson", sample("service-logs.ndjson")));
        answers.put(
                "POST /v1/services/jellyfin/exec",
                new Answered(200, "application/x-ndjson", sample("service-exec.ndjson")));
        answers.put(
                "GET /v1/operations/01JD3K7Z/events",
                new Answered(200, "text/event-stream", sample("operation-events.txt")));
    }

    private void storage() {
        json("GET /v1/storage/drives", 200, "storage-drives.json");
        for (var name : List.of("devices", "status", "doctor", "health", "pool")) {
            json("GET /v1/storage/" + name, 200, "storage-" + name + ".json");
        }
        json("GET /v1/storage/drives/films/holders", 200, "storage-holders.json");
        for (var place : List.of("drives", "sync", "pool", "pool/branches", "pool/policy", "pool/give-up")) {
            json("POST /v1/storage/" + place, 200, "storage-outcome.json");
        }
        for (var action : List.of("eject", "mount", "unmount", "test")) {
            json("POST /v1/storage/drives/films/" + action, 200, "storage-outcome.json");
            json("POST /v1/storage/drives/media/" + action, 409, "storage-ambiguous.json");
            json("POST /v1/storage/drives/held/" + action, 200, "storage-busy.json");
        }
        json("POST /v1/storage/drives/films/identify", 200, "storage-identify.json");
        for (var place : List.of("drives/films", "pool", "pool/branches/films")) {
            json("DELETE /v1/storage/" + place, 200, "storage-outcome.json");
        }
        for (var place : List.of("format", "pool/balance", "pool/drain")) {
            json("POST /v1/storage/" + place, 202, "storage-operation.json");
        }
        put(
                "POST /v1/storage/drives/nope/eject",
                404,
                "application/problem+json",
                "{\"code\":\"DRIVE_NOT_FOUND\",\"detail\":\"no drive 'nope' is known\","
                        + "\"remedy\":\"usenet storage list\",\"exit\":2,\"errors\":[]}");
        answers.put(
                "GET /v1/operations/01JD3K80/events",
                new Answered(200, "text/event-stream", sample("storage-operation-events.txt")));
    }

    private void backups() {
        json("GET /v1/backups", 200, "backups.json");
        json("POST /v1/backups", 202, "backup-operation.json");
        json("dry run of backups", 200, "backup-preview.json");
        json("GET /v1/backups/latest", 200, "backup.json");
        json("GET /v1/backups/latest/files", 200, "backup-files.json");
        json("GET /v1/backups/20261119/diff", 200, "backup-diff.json");
        for (var action : List.of("verify", "drill", "restore", "extract", "prune")) {
            json("POST /v1/backups/" + action, 202, "backup-operation.json");
        }
        json("dry run of backups/restore", 200, "backup-restore-plan.json");
        json("dry run of backups/prune", 200, "backup-prune-plan.json");
        json("GET /v1/backups/policies", 200, "backup-policies.json");
        json("PUT /v1/backups/policies/nightly", 200, "backup-policy.json");
        json("GET /v1/backups/schedule", 200, "backup-schedule.json");
        json("GET /v1/backups/history", 200, "backup-history.json");
        json("GET /v1/backups/destinations", 200, "backup-destinations.json");
        json("POST /v1/backups/destinations", 200, "backup-destination.json");
        answers.put(
                "GET /v1/operations/01JD3K90/events",
                new Answered(200, "text/event-stream", sample("backup-operation-events.txt")));
    }

    private void library() {
        json("GET /v1/library", 200, "library.json");
        json("GET /v1/library/files", 200, "library-files.json");
        json("GET /v1/library/files/17", 200, "library-file.json");
        json("GET /v1/library/file", 200, "library-file.json");
        put("dry run of the library", 200, "application/json", """
                {"command":"media scan","subject":"films","slot":null,
                 "steps":["look into 3 of 120 files: 2 new, 1 changed","forget 1 files that are gone"],
                 "findings":[],"next":null}
                """);
        operation("POST /v1/library/scan", "library.scan", "films");
    }

    private void duplicates() {
        json("GET /v1/quality", 200, "quality.json");
        json("POST /v1/quality/refresh", 200, "quality.json");
        json("GET /v1/duplicates", 200, "duplicates.json");
        json("GET /v1/duplicates/groups/3fa9c1d2", 200, "duplicates-group.json");
        json("POST /v1/duplicates/compare", 200, "duplicates-comparison.json");
        put("GET /v1/duplicates/compare/picture", 200, "image/jpeg", "no real JPEG");
        json("POST /v1/duplicates/plans", 200, "duplicates-plan.json");
        json("GET /v1/duplicates/plans", 200, "duplicates-plans.json");
        json("GET /v1/duplicates/plans/p-20261121-7f3a21", 200, "duplicates-plan.json");
        json("GET /v1/duplicates/plans/p-20261120-51ce0d", 200, "duplicates-applied-plan.json");
        json("GET /v1/duplicates/trash", 200, "duplicates-trash.json");
        json("POST /v1/duplicates/trash/plans", 200, "duplicates-empty-plan.json");
        put("POST /v1/duplicates/ignore", 200, "application/json", "{\"files\":[],\"ignored\":true}");
        put("dry run of duplicates", 200, "application/json", """
                {"command":"media duplicates apply","subject":"p-20261121-7f3a21","slot":null,
                 "steps":["move films/a.mkv into the trash of its drive; films/b.mkv is kept"],
                 "findings":[],"next":"usenet media duplicates apply p-20261121-7f3a21"}
                """);
        operation("POST /v1/duplicates/scan", "duplicates.scan", "2 groups");
        operation("POST /v1/duplicates/plans/p-20261121-7f3a21/apply", "duplicates.apply", "films/a.mkv");
        operation("POST /v1/duplicates/plans/p-20261121-7f3a21/undo", "duplicates.undo", "films/a.mkv");
        operation("POST /v1/duplicates/plans/e-20261222-90bc11/apply", "duplicates.apply", "films/a.mkv");
    }

    private void jobs() {
        var job = "job_01k9f2m8x4t7v0c3qz5h";
        json("dry run of jobs", 200, "job-change.json");
        json("GET /v1/jobs", 200, "jobs.json");
        json("GET /v1/jobs/" + job, 200, "job.json");
        json("GET /v1/queue", 200, "jobs-queue.json");
        json("GET /v1/jobs/analytics", 200, "jobs-analytics.json");
        for (var action : List.of("cancel", "retry", "priority")) {
            json("POST /v1/jobs/" + job + "/" + action, 200, "job.json");
            json("POST /v1/jobs/" + action, 200, "jobs-bulk.json");
        }
        json("dry run of many jobs", 200, "jobs-bulk.json");
        for (var kind : List.of("transcode", "audio/extract", "run-ffmpeg-command", "jobs/" + job + "/duplicate")) {
            json("POST /v1/" + kind, 202, "job.json");
        }
        put("GET /v1/jobs/" + job + "/events", 200, "text/event-stream", events(job));
        put("GET /v1/jobs/" + job + "/log", 200, "text/plain;charset=UTF-8", """
                2026-11-21T12:00:00.041Z attempt 1 on tower
                2026-11-21T12:00:00.102Z encoder libx265 on cpu: hardware=off was asked for
                2026-11-21T12:11:32.807Z 1 output in 11 min 32 s\u001b[2J
                """);
        put(
                "GET /v1/jobs/job_nope",
                404,
                "application/problem+json",
                "{\"code\":\"JOB_NOT_FOUND\",\"detail\":\"there is no job job_nope\","
                        + "\"remedy\":\"usenet jobs list\",\"exit\":2,\"errors\":[]}");
        put("dry run of a request", 200, "application/json", """
                {"command":"transcode","subject":"a.mkv","slot":null,"steps":["queue it in lane cpu: hardware=off was asked for"],
                 "findings":[],"next":"usenet media transcode /a.mkv"}
                """);
        put("POST /v1/probe", 200, "application/json", PROBED);
    }

    /// The sample's events, and an end as the sample of a list has it.
    static String events(String job) {
        var sample = sample("job-events.txt").replace("job_01k9f2m8x4t7v0c3qz5h", job);
        return sample.replaceAll("(?s)(event: end\ndata: ).*", "$1")
                + JobsEndTest.ended("succeeded").replace("job_01k9f2m8x4t7v0c3qz5h", job) + "\n\n";
    }

    private void operation(String place, String kind, String done) {
        var operation = "{\"id\":\"" + kind + "\",\"kind\":\"" + kind + "\",";
        put(place, 202, "application/json", operation + "\"state\":\"RUNNING\"}");
        put(
                "GET /v1/operations/" + kind + "/events",
                200,
                "text/event-stream",
                "id: 1\nevent: step\ndata: {\"subject\":\"" + done + "\",\"text\":\"41.0 frames a second\"}\n\n"
                        + "id: 2\nevent: end\ndata: " + operation + "\"state\":\"SUCCEEDED\",\"result\":{\"done\":[\""
                        + done + "\"]}}\n\n");
    }

    private void json(String place, int status, String file) {
        answers.put(place, new Answered(status, "application/json", sample(file)));
    }

    void put(String place, int status, String kind, String text) {
        answers.put(place, new Answered(status, kind, text));
    }

    static String sample(String file) {
        try (var in = FakeController.class.getResourceAsStream("/api/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Each request: method, path with query, body.
    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add((exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body).strip());
        var answered = answered(exchange);
        var bytes = answered.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answered.kind());
        exchange.getResponseHeaders().set("Usenet-Version", Version.TEXT);
        exchange.sendResponseHeaders(answered.status(), answered.kind().contains("json") ? bytes.length : 0);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Answered answered(HttpExchange exchange) {
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return new Answered(401, "application/problem+json", "{\"code\":\"UNAUTHORIZED\"}");
        }
        var uri = exchange.getRequestURI();
        var dry = List.of("POST", "DELETE").contains(exchange.getRequestMethod())
                && uri.getQuery() != null
                && uri.getQuery().contains("dryRun=true");
        var place = dry ? dryRun(uri.getPath()) : exchange.getRequestMethod() + " " + uri.getPath();
        return answers.getOrDefault(place, new Answered(422, "application/problem+json", sample("problem.json")));
    }

    private static String dryRun(String path) {
        if (path.startsWith("/v1/backups")) {
            return path.replace("/v1/", "dry run of ");
        }
        if (path.startsWith("/v1/library")) {
            return "dry run of the library";
        }
        if (path.endsWith("/plans") && path.startsWith("/v1/duplicates")) {
            return "POST " + path;
        }
        if (path.startsWith("/v1/duplicates")) {
            return "dry run of duplicates";
        }
        return path.startsWith("/v1/services") || path.startsWith("/v1/hardware")
                ? "dry run of services"
                : path.startsWith("/v1/storage") ? dryRunOfStorage(path) : dryRunOfJobs(path);
    }

    private static String dryRunOfJobs(String path) {
        if (List.of("/v1/jobs/cancel", "/v1/jobs/retry").contains(path)) {
            return "dry run of many jobs";
        }
        return path.startsWith("/v1/jobs") ? "dry run of jobs" : "dry run of a request";
    }

    private static String dryRunOfStorage(String path) {
        return path.equals("/v1/storage/format") ? "dry run of storage/format" : "dry run of storage";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
