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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import media.usenet.database.PrivatePostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Kills the controller, its workers, FFmpeg and PostgreSQL at random while jobs are submitted, and then counts what
/// was lost, doubled or left behind. From the repository's root, after `./mvnw -q package -DskipTests`:
///
///     "$(./mvnw --jdk-home)/bin/java" -cp "controller/target/test-classes:controller/target/classes:$(cat \
///         controller/target/test.classpath)" media.usenet.transcode.JobChaos sqlite 600
final class JobChaos {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int PAUSE_MILLIS = 400;
    private static final int BETWEEN_FAULTS_MILLIS = 6_000;

    private final Path folder = Files.createTempDirectory("job-chaos");
    private final HttpClient http = HttpClient.newHttpClient();
    private final Random random;
    private final Optional<PrivatePostgres> postgres;
    private final ChaosFleet fleet;
    private final Map<String, String> accepted = new LinkedHashMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();

    private JobChaos(boolean onPostgres, long seed) throws IOException {
        random = new Random(seed);
        postgres = onPostgres ? Optional.of(PrivatePostgres.started()) : Optional.empty();
        fleet = new ChaosFleet(folder, postgres.map(PrivatePostgres::newDatabase));
    }

    public static void main(String[] args) throws Exception {
        if (args.length < 2) {
            System.err.println("usage: JobChaos sqlite|postgresql SECONDS [SEED]");
            System.exit(2);
        }
        long seed = args.length > 2 ? Long.parseLong(args[2]) : System.nanoTime();
        System.out.println("seed " + seed);
        var chaos = new JobChaos(args[0].equals("postgresql"), seed);
        boolean held = chaos.run(Duration.ofSeconds(Long.parseLong(args[1])));
        System.exit(held ? 0 : 1);
    }

    private boolean run(Duration length) throws Exception {
        var media = Files.createDirectories(folder.resolve("pool/root/main/media"));
        var clip = Clips.film(media.resolve("clip.mkv"), 8, "320x180", 25);
        fleet.start();
        long until = System.nanoTime() + length.toNanos();
        var faulting = Thread.ofPlatform().daemon().start(() -> fault(until));
        for (int number = 0; System.nanoTime() < until; number++) {
            submit(clip, "out-%d.mp4".formatted(number));
            Thread.sleep(random.nextInt(PAUSE_MILLIS) * 2L);
        }
        faulting.join();
        postgres.ifPresent(PrivatePostgres::start);
        fleet.start();
        return settle(media);
    }

    /// Sends the same request under the same key until it is accepted: also one whose answer was lost may have been
    /// taken, and would otherwise be counted as doubled.
    private void submit(Path clip, String name) throws InterruptedException {
        var body = JSON.writeValueAsString(
                Map.of("input", clip.toString(), "output_name", name, "preset", "fast", "resolution", "160x90"));
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            var answer = ask("POST", "/v1/transcode", body, name);
            if (answer.isPresent() && answer.get().hasNonNull("id")) {
                accepted.put(answer.get().get("id").asString(), name);
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void fault(long until) {
        try {
            while (System.nanoTime() < until) {
                Thread.sleep(random.nextInt(BETWEEN_FAULTS_MILLIS));
                var what = random.nextInt(postgres.isPresent() ? 8 : 7);
                switch (what) {
                    case 0 -> kill("controller");
                    case 1, 2 -> kill("worker-1");
                    case 3, 4 -> kill("worker-2");
                    case 5, 6 -> count("ffmpeg", fleet.killFFmpeg());
                    default -> {
                        postgres.orElseThrow().stopAtOnce();
                        count("postgresql", true);
                        Thread.sleep(random.nextInt(BETWEEN_FAULTS_MILLIS));
                        postgres.orElseThrow().start();
                    }
                }
                Thread.sleep(random.nextInt(BETWEEN_FAULTS_MILLIS));
                fleet.start();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void kill(String name) {
        fleet.kill(name);
        count(name, true);
    }

    private void count(String what, boolean done) {
        faults.merge(what, done ? 1 : 0, Integer::sum);
    }

    /// Waits for every job that was accepted, and looks at what there is.
    private boolean settle(Path media) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        int lost = 0;
        int wrong = 0;
        int again = 0;
        for (var job : accepted.entrySet()) {
            var ended = await(job.getKey(), until);
            var output = media.resolve(job.getValue());
            boolean succeeded = ended.path("state").asString("").equals("succeeded");
            lost += succeeded && Files.exists(output) ? 0 : 1;
            again += ended.path("attempt").asInt(0) > 1 ? 1 : 0;
            if (succeeded && Files.exists(output)) {
                var told = ended.get("outputs").get(0).get("sha256").asString();
                wrong += told.equals(sha256(output)) ? 0 : 1;
            }
        }
        long outputs = count(media, "out-");
        long folders = Files.isDirectory(media.resolve(".usenet-jobs")) ? count(media.resolve(".usenet-jobs"), "") : 0;
        long total = ask("GET", "/v1/jobs?size=1", "", "")
                .map(page -> page.get("total").asLong())
                .orElse(-1L);
        long orphans = fleet.ffmpegs().size();
        fleet.close();
        postgres.ifPresent(PrivatePostgres::stopAtOnce);
        System.out.printf("faults %s%n", faults);
        System.out.printf("accepted %d, run more than once %d%n", accepted.size(), again);
        System.out.printf("lost %d, doubled %d, outputs that differ %d%n", lost, total - accepted.size(), wrong);
        System.out.printf("outputs %d, folders left %d, ffmpeg left %d%n", outputs, folders, orphans);
        return lost == 0 && wrong == 0 && folders == 0 && orphans == 0 && outputs == accepted.size();
    }

    private JsonNode await(String id, long until) throws InterruptedException {
        var job = Optional.<JsonNode>empty();
        while (System.nanoTime() < until) {
            job = ask("GET", "/v1/jobs/" + id, "", "");
            if (job.isPresent() && job.get().hasNonNull("finishedAt")) {
                return job.get();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return job.orElseGet(JSON::createObjectNode);
    }

    private Optional<JsonNode> ask(String method, String path, String body, String key) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + fleet.port() + path))
                    .timeout(ANSWER)
                    .header("Authorization", "Bearer " + fleet.token())
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key.isEmpty() ? "none" : key)
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            return Optional.of(JSON.readTree(
                    http.send(request.build(), BodyHandlers.ofString()).body()));
        } catch (IOException | UncheckedIOException _) {
            // Just killed, or not up yet.
            return Optional.empty();
        }
    }

    private static long count(Path folder, String prefix) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .count();
        }
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
