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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Figures of jobs as a user has them, asked over HTTP of a controller of its own: how soon FFmpeg starts, how soon a
/// cancelled one is gone, and what 500 followers of a running job cost. From the repository's root:
///
///     ./mvnw -q -pl controller test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath &&
///     "$(./mvnw --jdk-home)/bin/java" -cp "controller/target/test-classes:controller/target/classes:$(cat \
///         controller/target/test.classpath)" media.usenet.transcode.TranscodeBenchmark
final class TranscodeBenchmark {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int STARTS = 100;
    private static final int CANCELS = 100;
    private static final int LATEST_CANCEL_MILLIS = 1_500;
    private static final int FOLLOWERS = 500;
    private static final int ROUNDS = 4;
    private static final Pattern END = Pattern.compile("(?m)^event: ?end$");
    private static final double MILLIS = 1e6;

    private final Path folder = Files.createTempDirectory("transcode-benchmark");
    private final Path media = Files.createDirectories(folder.resolve("pool/root/main/media"));
    private final HttpClient http = HttpClient.newHttpClient();
    private final ChaosFleet fleet = new ChaosFleet(folder, Optional.empty());
    private final Process controller = fleet.start("controller");
    private int made;

    private TranscodeBenchmark() throws IOException {}

    public static void main(String[] args) throws Exception {
        var benchmark = new TranscodeBenchmark();
        try {
            benchmark.awaitReady();
            benchmark.starts();
            benchmark.cancels();
            benchmark.followers();
        } finally {
            benchmark.fleet.close();
        }
        System.exit(0);
    }

    private void awaitReady() throws Exception {
        var clip = Clips.film(media.resolve("first.mkv"), 1, "320x180", 25);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            try {
                end(submit(clip));
                return;
            } catch (IOException | UncheckedIOException _) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("no controller came up; see " + folder.resolve("controller.log"));
    }

    private void starts() throws Exception {
        var clip = Clips.film(media.resolve("short.mkv"), 2, "640x360", 25);
        var millis = new ArrayList<Double>();
        for (int run = 0; run < STARTS; run++) {
            long start = System.nanoTime();
            var job = submit(clip);
            newFFmpeg(job);
            millis.add((System.nanoTime() - start) / MILLIS);
            end(job);
        }
        print("submit -> FFmpeg runs", millis);
    }

    private void cancels() throws Exception {
        var clip = Clips.film(media.resolve("long.mkv"), 60, "1280x720", 25);
        var random = new Random(1);
        var millis = new ArrayList<Double>();
        int other = 0;
        for (int run = 0; run < CANCELS; run++) {
            var job = submit(clip);
            Thread.sleep(random.nextInt(LATEST_CANCEL_MILLIS));
            long start = System.nanoTime();
            ask("POST", "/v1/jobs/" + job + "/cancel", "");
            other += end(job).path("state").asString("").equals("cancelled") ? 0 : 1;
            while (!fleet.ffmpegs().isEmpty()) {
                Thread.onSpinWait();
            }
            millis.add((System.nanoTime() - start) / MILLIS);
        }
        print("cancel -> cancelled, FFmpeg gone", millis);
        System.out.printf(
                "within a second: %d of %d; ended otherwise: %d%n",
                millis.stream().filter(one -> one < 1_000).count(), CANCELS, other);
    }

    private void followers() throws Exception {
        var clip = Clips.film(media.resolve("followed.mkv"), 30, "1280x720", 25);
        System.out.printf("%n%d followers of a running job%n%n", FOLLOWERS);
        System.out.printf("| round | saw the end | resident before | most | after, MiB |%n|---|---|---|---|---|%n");
        for (int round = 1; round <= ROUNDS; round++) {
            long before = residentMiB();
            var job = submit(clip);
            var followers = Stream.generate(() -> follow(job)).limit(FOLLOWERS).toList();
            long most = before;
            while (!followers.stream().allMatch(CompletableFuture::isDone)) {
                most = Math.max(most, residentMiB());
                Thread.sleep(100);
            }
            long ended = followers.stream().filter(CompletableFuture::join).count();
            System.out.printf("| %d | %d | %d | %d | %d |%n", round, ended, before, most, residentMiB());
        }
    }

    private CompletableFuture<Boolean> follow(String job) {
        return http.sendAsync(request("GET", "/v1/jobs/" + job + "/events", ""), BodyHandlers.ofString())
                .handle((answer, failure) ->
                        failure == null && END.matcher(answer.body()).find());
    }

    private String submit(Path clip) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(Map.of(
                "input", clip.toString(),
                "output_name", "out-%d.mp4".formatted(made++),
                "video_codec", "h264",
                "preset", "fast",
                "hardware", "off"));
        return ask("POST", "/v1/transcode", body).get("id").asString();
    }

    private JsonNode end(String job) throws IOException, InterruptedException {
        var ended = ask("GET", "/v1/jobs/" + job, "");
        while (!ended.hasNonNull("finishedAt")) {
            Thread.sleep(2);
            ended = ask("GET", "/v1/jobs/" + job, "");
        }
        return ended;
    }

    /// Waits for the FFmpeg of a job; seen within about two milliseconds of its start.
    private ProcessHandle newFFmpeg(String job) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var found = fleet.ffmpegs();
            if (!found.isEmpty()) {
                return found.getFirst();
            }
            Thread.sleep(1);
        }
        throw new IllegalStateException("no FFmpeg came up for " + job);
    }

    private JsonNode ask(String method, String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(
                http.send(request(method, path, body), BodyHandlers.ofString()).body());
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + fleet.port() + path))
                .header("Authorization", "Bearer " + fleet.token())
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    private long residentMiB() throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(controller.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    private static void print(String title, List<Double> millis) {
        System.out.printf(
                "%n%s: p50 %.0f ms, p99 %.0f ms, most %.0f ms of %d%n",
                title, quantile(millis, 0.5), quantile(millis, 0.99), quantile(millis, 1), millis.size());
    }

    private static double quantile(List<Double> values, double share) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
