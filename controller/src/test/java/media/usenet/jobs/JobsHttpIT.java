package media.usenet.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import media.usenet.api.RunningController;
import media.usenet.api.Sample;
import media.usenet.job.EncoderStep;
import media.usenet.job.FailureClass;
import media.usenet.job.Job;
import media.usenet.job.JobState;
import media.usenet.job.Lane;
import media.usenet.job.Phase;
import media.usenet.job.Progress;
import media.usenet.publish.Output;
import media.usenet.worker.Ending;
import media.usenet.worker.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Jobs over HTTP, of a controller that runs.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "docker.host=unix:///nonexistent.sock")
class JobsHttpIT {

    private static final List<Lane> LANES = List.of(new Lane("cpu", 2), new Lane("io", 4));

    private static final Path FOLDER = RunningController.folder();
    private static final Path OUT = FOLDER.resolve("out");

    @TestConfiguration
    static class Works {

        @Bean
        ScriptedWork scriptedWork() {
            return new ScriptedWork(OUT);
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Node node;

    @Autowired
    private ScriptedWork work;

    private RunningController http;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        RunningController.in(FOLDER, properties);
        properties.add("jobs.retry.first", () -> "20ms");
        properties.add("job.max.retries", () -> "0");
        properties.add("queue.backend", () -> "redis");
        properties.add("worker.concurrency", () -> "2");
    }

    @BeforeEach
    void ask() {
        http = new RunningController(port, FOLDER);
        work.on("film.mp4", attempt -> {
            attempt.phase(Phase.ENCODING);
            attempt.progress(new Progress(0.5, 24.0, 1.0, 1_000L, 9L, 10L));
            attempt.encoder(new EncoderStep("libx265", null, "cpu", true, "hardware=off was asked for"));
            attempt.encoder(new EncoderStep("hevc_nvenc", "0000:01:00.0", "nvenc:0000:01:00.0", false, "off"));
            attempt.warn("no subtitles");
            var made = Files.writeString(attempt.folder(OUT).resolve("film"), "content of a film");
            return new Ending.Made(
                    List.of(new Output(made, OUT.resolve(attempt.job() + ".mp4"), false)), Map.of("codec", "hevc"));
        });
        work.on("bad", _ -> new Ending.Failed(FailureClass.SOURCE, "the file is damaged", "use another"));
    }

    private Job submit(String label) {
        return jobs.submit(QueueRig.submission(label).by("living-room"));
    }

    private Job ended(Job job) {
        QueueRig.await(job.id() + " ends", () -> jobs.find(job.id()).state().ended());
        return jobs.find(job.id());
    }

    private String json(String path) {
        var answer = http.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void theAnswersHaveTheFormOfTheirSamples() {
        var done = ended(submit("film.mp4"));
        var hold = work.holds("held");
        var held = submit("held");
        QueueRig.await("it runs", () -> jobs.find(held.id()).state() == JobState.RUNNING);

        Sample.assertSameForm("jobs.json", withoutFreeForm(json("/v1/jobs?text=film.mp4&state=completed")));
        Sample.assertSameForm("job.json", withoutFreeForm(json("/v1/jobs/" + held.id())));
        Sample.assertSameForm("jobs-queue.json", json("/v1/queue"));
        Sample.assertSameForm("jobs-analytics.json", json("/v1/jobs/analytics"));
        Sample.assertSameForm(
                "job-change.json",
                http.post("/v1/jobs/%s/cancel?dryRun=true".formatted(held.id()), "")
                        .body());
        Sample.assertSameForm(
                "jobs-bulk.json",
                http.post("/v1/jobs/cancel", "{\"ids\": [\"%s\", \"%s\"]}".formatted(done.id(), held.id()))
                        .body());
        assertThat(ended(held).state()).isEqualTo(JobState.CANCELLED);
        assertThat(hold.getCount()).isEqualTo(1);
    }

    /// What was asked for and came out is each kind's own; the links depend on the state.
    private static String withoutFreeForm(String answer) {
        return answer.replaceAll("\"(request|result)\":\\{[^}]*}", "\"$1\":null")
                .replaceAll("\"retry\":\"/v1", "\"cancel\":\"/v1");
    }

    @Test
    void aJobThatHasNotChangedIsNotSentAgain() {
        var job = ended(submit("film.mp4"));
        var first = http.get("/v1/jobs/" + job.id());
        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(http.get("/v1/jobs/" + job.id(), "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(http.get("/v1/jobs/" + job.id(), "If-None-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(first.headers().firstValue("Retry-After")).isEmpty();

        node.lanes(List.of());
        var waiting = http.get("/v1/jobs/" + submit("film.mp4").id());
        node.lanes(LANES);
        assertThat(waiting.headers().firstValue("Retry-After")).hasValue("5");
    }

    @Test
    void jobsAreFilteredByTheNamesThatOthersUse() {
        var bad = ended(submit("bad"));
        assertThat(bad.state()).isEqualTo(JobState.DEAD);
        assertThat(bad.maxAttempts()).isEqualTo(1);
        ended(submit("film.mp4"));

        assertThat(states("/v1/jobs?state=completed")).containsOnly("succeeded");
        assertThat(states("/jobs?status=dead_letter,success")).contains("dead", "succeeded");
        assertThat(states("/v1/jobs?type=none")).isEmpty();
        assertThat(states("/v1/jobs?key=living-room&text=" + bad.id())).containsOnly("dead");
        assertThat(states("/v1/jobs?text=BA%25")).isEmpty();
        assertThat(states("/v1/jobs?text=BAD")).contains("dead");
        assertThat(states("/v1/jobs?to=2020-01-01")).isEmpty();
        assertThat(http.get("/v1/jobs?state=nonsense").statusCode()).isEqualTo(400);
        assertThat(http.get("/v1/jobs?sort=nonsense").statusCode()).isEqualTo(400);
        assertThat(http.get("/v1/jobs?size=100000").statusCode()).isEqualTo(400);
        assertThat(http.get("/v1/jobs?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(http.get("/v1/jobs/none").statusCode()).isEqualTo(404);
    }

    private List<String> states(String path) {
        return Sample.json(json(path))
                .get("jobs")
                .valueStream()
                .map(job -> job.get("state").stringValue())
                .toList();
    }

    @Test
    void allJobsAreExported() {
        var job = ended(submit("=1+1, \"quoted\""));
        assertThat(json("/v1/jobs?export=csv"))
                .startsWith(Csv.HEADER + "\r\n")
                .contains(job.id() + ",test,\"'=1+1, \"\"quoted\"\"\",succeeded,normal,cpu,living-room,1,1,");
        assertThat(Sample.json(json("/v1/jobs?export=json&text=" + job.id())).size())
                .isEqualTo(1);
        assertThat(Sample.json(json("/v1/jobs?export=json&type=none")).size()).isZero();
        assertThat(http.get("/v1/jobs?export=xml").statusCode()).isEqualTo(400);
    }

    @Test
    void anOutputIsSentInPartsAsADownload() {
        var job = ended(submit("film.mp4"));
        var path = "/v1/jobs/%s/outputs/%s.mp4".formatted(job.id(), job.id());
        var part = http.get(path, "Range", "bytes=11-");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("a film");
        assertThat(part.headers().firstValue("Content-Type")).hasValue("video/mp4");
        assertThat(part.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
        assertThat(part.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(http.get("/v1/jobs/%s/outputs/..%%2f..%%2frun/token".formatted(job.id()))
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        assertThat(http.get("/v1/jobs/%s/outputs/none".formatted(job.id())).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aLogIsFollowedToTheEnd() throws Exception {
        var go = new CountDownLatch(1);
        work.on("chatty", attempt -> {
            attempt.log("the first line");
            go.await();
            attempt.log("the last line");
            return new Ending.Made(List.of(), Map.of());
        });
        var job = submit("chatty");
        var following = CompletableFuture.supplyAsync(() -> json("/v1/jobs/%s/log?follow=true".formatted(job.id())));
        QueueRig.await(
                "it is read while it is written",
                () -> http.get("/v1/jobs/%s/log".formatted(job.id())).body().contains("the first line"));
        go.countDown();
        assertThat(following.get()).contains("the first line", "the last line", "0 outputs in ");
    }

    @Test
    void eventsAreTakenUpAgainWhereTheyWereBrokenOff() {
        var job = ended(submit("film.mp4"));
        var all = events(job, "0");
        assertThat(all).extracting(Event::name).startsWith("queued", "started").endsWith("succeeded", "end");
        assertThat(events(job, "1").getFirst()).isEqualTo(all.get(1));
        assertThat(Sample.json(all.getLast().data()).get("state").stringValue()).isEqualTo("succeeded");
        var sample = read(Sample.text("job-events.txt")).getFirst();
        assertThat(Sample.json(all.getFirst().data()).propertyNames())
                .isEqualTo(Sample.json(sample.data()).propertyNames());
    }

    private record Event(String name, String data) {}

    private List<Event> events(Job job, String after) {
        return read(http.get("/v1/jobs/%s/events".formatted(job.id()), "Last-Event-ID", after)
                .body());
    }

    private static List<Event> read(String stream) {
        return Arrays.stream(stream.split("\n\n"))
                .filter(event -> event.contains("data:"))
                .map(event -> new Event(field(event, "event:"), field(event, "data:")))
                .toList();
    }

    private static String field(String event, String name) {
        return event.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElse("");
    }

    @Test
    void aThousandFollowersOfTenRunningJobsSeeTheEndThoughTwoHundredDoNotRead() throws Exception {
        node.lanes(List.of(new Lane("cpu", 10)));
        var followed = IntStream.range(0, 10).mapToObj(i -> "followed " + i).toList();
        var holds = followed.stream().map(work::holds).toList();
        var running = followed.stream().map(this::submit).toList();
        running.forEach(job ->
                QueueRig.await("it runs", () -> jobs.find(job.id()).state() == JobState.RUNNING));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var client = HttpClient.newBuilder().executor(callers).build();
            var stuck = new ArrayList<HttpResponse<java.io.InputStream>>();
            for (int i = 0; i < 200; i++) {
                stuck.add(client.send(request(running.get(i % 10)), BodyHandlers.ofInputStream()));
            }
            var following = new ArrayList<HttpResponse<java.util.stream.Stream<String>>>();
            for (int i = 0; i < 800; i++) {
                following.add(client.send(request(running.get(i % 10)), BodyHandlers.ofLines()));
            }
            assertThat(running)
                    .allSatisfy(job -> assertThat(jobs.find(job.id()).state()).isEqualTo(JobState.RUNNING));
            holds.forEach(CountDownLatch::countDown);
            for (var one : following) {
                assertThat(one.body().toList()).contains("event:end", "event:succeeded");
            }
            for (var one : stuck) {
                one.body().close();
            }
        } finally {
            node.lanes(LANES);
        }
    }

    private HttpRequest request(Job job) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/v1/jobs/%s/events".formatted(port, job.id())))
                .header("Authorization", "Bearer " + http.token())
                .build();
    }

    @Test
    void commandsAnswerTheJobAndTheirRefusalsSayWhatToDo() {
        var dead = ended(submit("bad"));
        work.on("bad", _ -> new Ending.Made(List.of(), Map.of()));
        assertThat(http.post("/v1/jobs/%s/retry".formatted(dead.id()), "").statusCode())
                .isEqualTo(200);
        assertThat(ended(dead).state()).isEqualTo(JobState.SUCCEEDED);
        var refused = http.post("/jobs/%s/cancel".formatted(dead.id()), "");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("JOB_ENDED", "/duplicate");
        assertThat(refused.headers().firstValue("Deprecation")).isPresent();
        assertThat(refused.headers().firstValue("Link"))
                .hasValue("</v1/jobs/%s/cancel>; rel=\"successor-version\"".formatted(dead.id()));
        assertThat(http.post("/v1/jobs/%s/duplicate".formatted(dead.id()), "").statusCode())
                .isEqualTo(202);
        assertThat(http.post("/v1/jobs/cancel", "{}").statusCode()).isEqualTo(400);
        var hold = work.holds("prioritised");
        var job = submit("prioritised");
        assertThat(http.post("/v1/jobs/%s/priority".formatted(job.id()), "{\"priority\": \"high\"}")
                        .body())
                .contains("\"priority\":\"high\"");
        assertThat(http.post("/v1/jobs/%s/priority".formatted(job.id()), "{}").statusCode())
                .isEqualTo(400);
        hold.countDown();
        ended(job);
    }

    @Test
    void aQueueThatThereIsNoneOfIsAnsweredWithAFinding() {
        assertThat(json("/health/detailed")).contains("QUEUE_BACKEND=redis has no effect");
    }

    @Test
    void theFiguresOfJobsStandInTheMetrics() {
        ended(submit("film.mp4"));
        assertThat(json("/metrics"))
                .contains("usenet_jobs{state=\"succeeded\"}", "usenet_jobs_lane{lane=\"cpu\",what=\"slots\"} 2.0")
                .contains("usenet_jobs_duration_seconds_count{type=\"test\"}", "usenet_database_up 1.0");
    }

    @Test
    void theDatabaseIsPrivate() throws IOException {
        assertThat(Files.getPosixFilePermissions(FOLDER.resolve("state/controller.db")))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
    }
}
