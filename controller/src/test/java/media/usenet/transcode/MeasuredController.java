package media.usenet.transcode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A controller of a benchmark's own, asked over HTTP, whose Java runs as an installed one's does. A script stands in
/// FFmpeg's place, which says when it was
/// started and becomes FFmpeg.
final class MeasuredController implements AutoCloseable {

    /// What the script writes into the job's log, before nanoseconds since 1970.
    static final String STARTED = "FFmpeg starts at ";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final String SCRIPT = """
            #!/bin/sh
            echo "%s$(date +%%s%%N)" >&2
            exec /usr/bin/ffmpeg "$@"
            """.formatted(STARTED);

    private final Path folder = Files.createTempDirectory("transcode-benchmark");
    private final Path media = Files.createDirectories(folder.resolve("pool/root/main/media"));
    private final HttpClient http = HttpClient.newHttpClient();
    private final ChaosFleet fleet = new ChaosFleet(
            folder,
            Optional.empty(),
            List.of("@controller/src/main/dist/jvm.options"),
            List.of("--fetch.allow=127.0.0.1", "--ffmpeg.program=" + script()));
    private final Process process = fleet.start("controller");
    private int made;

    MeasuredController() throws IOException {}

    private Path script() throws IOException {
        var script = Files.writeString(folder.resolve("ffmpeg"), SCRIPT);
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Path media() {
        return media;
    }

    Process process() {
        return process;
    }

    void awaitReady() throws IOException, InterruptedException {
        var clip = Clips.film(media.resolve("first.mkv"), 1, "320x180", 25);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            try {
                end(submit(clip.toString(), Map.of()));
                return;
            } catch (IOException | UncheckedIOException _) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("no controller came up; see " + folder.resolve("controller.log"));
    }

    /// @param more in the request, in place of H.264 by the processor at its fast preset
    String submit(String input, Map<String, String> more) throws IOException, InterruptedException {
        return ask("POST", "/v1/transcode", body(input, more)).get("id").asString();
    }

    /// The same, answered when the job has ended: nobody asks in between.
    JsonNode submitAndWait(String input) throws IOException, InterruptedException {
        return ask("POST", "/v1/transcode?wait=280", body(input, Map.of()));
    }

    private String body(String input, Map<String, String> more) {
        var body = new HashMap<>(Map.of(
                "input", input,
                "output_name", "out-%d.mkv".formatted(made++),
                "output_folder", media.toString(),
                "output_format", "mkv",
                "video_codec", "h264",
                "preset", "fast",
                "hardware", "off"));
        body.putAll(more);
        return JSON.writeValueAsString(body);
    }

    JsonNode job(String job) throws IOException, InterruptedException {
        return ask("GET", "/v1/jobs/" + job, "");
    }

    JsonNode end(String job) throws IOException, InterruptedException {
        return await(job, now -> now.hasNonNull("finishedAt"));
    }

    JsonNode await(String job, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (var now = job(job); System.nanoTime() < until; now = job(job)) {
            if (wanted.test(now) || now.hasNonNull("finishedAt")) {
                return now;
            }
            Thread.sleep(2);
        }
        throw new IllegalStateException("no end of " + job);
    }

    void cancel(String job) throws IOException, InterruptedException {
        var answer = http.send(request("POST", "/v1/jobs/" + job + "/cancel", ""), BodyHandlers.ofString());
        // 409: it had ended, which the figures count.
        if (answer.statusCode() != 200 && answer.statusCode() != 409) {
            throw new IOException("cancel: %d %s".formatted(answer.statusCode(), answer.body()));
        }
    }

    String log(String job) throws IOException, InterruptedException {
        return http.send(request("GET", "/v1/jobs/" + job + "/log", ""), BodyHandlers.ofString())
                .body();
    }

    /// The FFmpegs of a job.
    List<ProcessHandle> ffmpegs(String job) {
        return fleet.ffmpegs().stream()
                .filter(each -> ChaosFleet.commandLine(each).contains(job))
                .toList();
    }

    JsonNode ask(String method, String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(
                http.send(request(method, path, body), BodyHandlers.ofString()).body());
    }

    HttpClient http() {
        return http;
    }

    HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + fleet.port() + path))
                .header("Authorization", "Bearer " + fleet.token())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    @Override
    public void close() {
        fleet.close();
    }
}
