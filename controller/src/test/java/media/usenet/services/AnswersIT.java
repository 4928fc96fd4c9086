package media.usenet.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import media.usenet.api.DocumentedRequests;
import media.usenet.api.RunningController;
import media.usenet.api.Sample;
import media.usenet.composer.ToyProject;
import media.usenet.docker.ToyImages;
import media.usenet.docker.ToyImages.Toy;
import media.usenet.event.Operation;
import media.usenet.event.Operations;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome.Exited;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Two small services on the real engine, seen over HTTP: the answers have the form of the samples, and every request
/// of
/// `docs/http.md` works as it stands there.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "http.heartbeat=200ms")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class AnswersIT {

    /// Requests that want drives, which this machine does not have, those about jobs, which `JobsPageIT`,
    /// `JobsHttpIT` and `UploadsIT` make with a film at hand, and those about backups, the library and duplicates,
    /// which `BackupAnswersIT`, `LibraryControllerTest` and `DuplicatesIT` make with something in them; a benchmark
    /// takes minutes.
    private static final String ELSEWHERE = "\\w+ (?:/v1/(?:storage|backups|library|duplicates)(?:/.*)?"
            + "|/v[12]/(?:transcode|audio|compose|video|image|probe|run-ffmpeg|jobs/\\{id}|uploads|webhooks/.*\\{id}).*"
            + "|/v1/hardware/benchmark)";

    private static final String PROJECT =
            "usenet-answers-" + ProcessHandle.current().pid();
    private static final Path FOLDER = RunningController.folder();
    private static final Path STACK = FOLDER.resolve("state/stack");

    @LocalServerPort
    private int port;

    @Autowired
    private Operations operations;

    private RunningController controller;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) throws IOException {
        RunningController.in(FOLDER, properties);
        properties.add("docker.project", () -> PROJECT);
        var templates = Files.createDirectories(FOLDER.resolve("templates"));
        service(templates, "jellyfin", "media", 18_096);
        service(templates, "sonarr", "automation", 18_989);
        properties.add("catalog.templates", templates::toString);
    }

    private static void service(Path templates, String name, String category, int usual) throws IOException {
        var variable = name.toUpperCase(Locale.ROOT) + "_PORT";
        var environment = templates.resolve(".env");
        var before = Files.exists(environment) ? Files.readString(environment) : "";
        Files.writeString(environment, before + variable + "=" + usual + "\n");
        Files.writeString(templates.resolve(name + ".yaml"), """
                services:
                  %s:
                    image: %s
                    ports:
                      - "${%s}:8080"
                x-stack:
                  title: A small one
                  category: %s
                  standing: default
                  web: {port: 8080}
                  health: {http: /health, from: curl}
                """.formatted(name, ToyProject.IMAGE, variable, category));
    }

    @BeforeAll
    void running() {
        ToyProject.assumeEngine();
        new ToyImages().make(Toy.of(ToyProject.IMAGE, 8080));
        controller = new RunningController(port, FOLDER);
    }

    @AfterAll
    void nothingStays() {
        if (controller != null) {
            ended(controller.post("/v1/services/down", "").body());
        }
    }

    @Test
    @Order(1)
    void anOverrideThatIsNoValidComposeIsRefusedBeforeAnythingIsStarted() throws IOException {
        var override = override("services: {sonarr: {imag: x}}\n");
        var preview = controller.get("/v1/services/preview");

        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(422);
        assertThat(Sample.json(preview.body()).get("code").asString()).isEqualTo("COMPOSE_REJECTED");
        var up = ended(controller.post("/v1/services/up", "").body());
        assertThat(up.state()).isEqualTo(Operation.State.FAILED);
        assertThat(up.problem()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("COMPOSE_REJECTED");
            assertThat(problem.exit()).isEqualTo(4);
        });
        assertThat(STACK.resolve("compose.yaml")).doesNotExist();
        Files.delete(override);
    }

    @Test
    @Order(2)
    void upIsAcceptedWithAnOperationThatCanBeFollowed() {
        Sample.assertSameForm(
                "services-preview.json", controller.get("/v1/services/preview").body());
        var accepted = controller.post("/v1/services/up", "");
        var location = accepted.headers().firstValue("Location").orElseThrow();

        assertThat(accepted.statusCode()).isEqualTo(202);
        Sample.assertSameForm("operation.json", accepted.body());
        var events = controller.get(location + "/events");
        assertThat(events.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        assertThat(events.body()).contains("id:1\nevent:step\ndata:{").contains("event:end\ndata:{");
        Sample.assertSameForm("operation.json", controller.get(location).body());
        assertThat(Sample.json(controller.get(location).body()).get("state").asString())
                .isEqualTo("SUCCEEDED");
    }

    @Test
    @Order(3)
    void answersHaveTheFormOfTheSamples() {
        for (var all : List.of("false", "true")) {
            Sample.assertSameForm(
                    "services.json", controller.get("/v1/services?all=" + all).body());
        }
        Sample.assertSameForm(
                "services-status.json", controller.get("/v1/services/status").body());
        Sample.assertSameForm(
                "services-status.json", controller.get("/v1/services/health").body());
        Sample.assertSameForm(
                "services-stats.json", controller.get("/v1/services/stats").body());
        Sample.assertSameForm(
                "services-preview.json", controller.get("/v1/services/preview").body());
        Sample.assertSameForm(
                "services-preview.json",
                controller.post("/v1/services/restart?dryRun=true", "").body());
        Sample.assertSameForm(
                "hardware-profile.json", controller.get("/v1/hardware/profile").body());
        var change = controller.send("PUT", "/v1/hardware/profile?name=light&dryRun=true", "");
        Sample.assertSameForm("hardware-profile-change.json", change.body());
        Sample.assertSameForm("version.json", controller.get("/v1/version").body());
    }

    @Test
    @Order(3)
    void outputComesAsOneObjectALine() {
        var exec = controller.post("/v1/services/sonarr/exec", "{\"command\": [\"sh\", \"-c\", \"echo a; exit 3\"]}");
        assertThat(exec.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(exec.body()).isEqualTo("""
                {"stream":"stdout","line":"a","exit":null}
                {"stream":null,"line":null,"exit":3}
                """);
        Sample.assertSameForm("service-exec.ndjson", exec.body());
        var logs = controller.get("/v1/services/logs?services=sonarr&services=jellyfin");
        assertThat(logs.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(logs.body()).isNotEmpty();
        Sample.assertSameForm("service-logs.ndjson", logs.body());
    }

    @Test
    @Order(4)
    @Timeout(60)
    void aFollowedLogBreaksItsSilenceAndNoticesThatItsReaderHasGone(CapturedOutput log) throws IOException {
        var before = endedLogs();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request =
                    "GET /v1/services/logs?follow=true&tail=0 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(controller.token());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var lines = socket.getInputStream();
            var seen = new StringBuilder();
            while (!seen.toString().endsWith("\r\n1\r\n\n\r\n1\r\n\n\r\n")) {
                seen.append((char) lines.read());
            }
            assertThat(seen).startsWith("HTTP/1.1 200");
            assertThat(endedLogs()).isEqualTo(before);
        }
        while (endedLogs() == before) {
            Thread.onSpinWait();
        }
        assertThat(log).doesNotContain("internal error");
    }

    private long endedLogs() {
        return controller
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.matches("http_server_requests_seconds_count\\{.*\"/v1/services/logs\".*"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    @Order(5)
    void aRefusedChangeLeavesTheStackAsItIs() throws IOException {
        var before = Files.readString(STACK.resolve("compose.yaml"));
        var override = override("services: {sonarr: {ports: 7}}\n");
        assertThat(ended(controller.post("/v1/services/up", "").body()).state()).isEqualTo(Operation.State.FAILED);

        assertThat(STACK.resolve("compose.yaml")).hasContent(before);
        Files.delete(override);
        var unknown = controller.post("/v1/services/stop", "{\"services\": [\"sonar\"]}");
        assertThat(Sample.json(unknown.body()).get("code").asString()).isEqualTo("SERVICE_NOT_FOUND");
    }

    @Test
    @Order(6)
    void everyDocumentedRequestWorksAsItStandsThere() {
        var failed = new ArrayList<String>();
        for (var request : DocumentedRequests.read().entrySet()) {
            assertThat(request.getValue().curl()).as(request.getKey()).isNotEmpty();
            if (request.getKey().matches(ELSEWHERE)) {
                continue;
            }
            for (var line : request.getValue().curl()) {
                var status = status(line);
                operations.all().forEach(operation -> operations.await(operation.id()));
                if (!status.matches("20[02]")) {
                    failed.add(status + " " + line);
                }
            }
        }
        assertThat(failed).isEmpty();
        assertThat(operations.all()).first().extracting(Operation::kind).isEqualTo("services.down");
        assertThat(operations.all())
                .filteredOn(operation -> operation.state() == Operation.State.SUCCEEDED)
                .hasSizeGreaterThan(5);
    }

    private String status(String line) {
        var script = "curl() { command curl -sS -m 60 -o /dev/null -w '%{http_code}' \"$@\"; }; " + line;
        var command = Command.of(Duration.ofMinutes(2), List.of("bash", "-c", script))
                .with("URL", controller.address().toString())
                .with("AUTH", "Authorization: Bearer " + controller.token())
                .with("ID", operations.all().getFirst().id());
        return new HostProcessRunner().run(command) instanceof Exited exited ? exited.stdout() : "no curl";
    }

    private static Path override(String yaml) throws IOException {
        var settings = Files.createDirectories(FOLDER.resolve("settings"));
        return Files.writeString(settings.resolve("compose.override.yaml"), yaml);
    }

    private Operation ended(String accepted) {
        return operations.await(Sample.json(accepted).get("id").asString());
    }
}
