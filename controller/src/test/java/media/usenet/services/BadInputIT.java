package media.usenet.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import media.usenet.api.RunningController;
import media.usenet.api.Sample;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome.Exited;
import media.usenet.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// What people get wrong, and what is wrong with their machines, as a client sees it; without a Docker engine.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "docker.host=unix:///nonexistent.sock")
class BadInputIT {

    private static final Path FOLDER = RunningController.folder();
    private static final Path SETTINGS = FOLDER.resolve("settings");

    @LocalServerPort
    private int port;

    private RunningController controller;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        RunningController.in(FOLDER, properties);
    }

    @BeforeEach
    void running() throws IOException {
        controller = new RunningController(port, FOLDER);
        Files.createDirectories(SETTINGS.resolve("templates"));
    }

    @AfterEach
    void settingsAreInOrderAgain() throws IOException {
        Files.deleteIfExists(SETTINGS.resolve("stack.yaml"));
        Files.deleteIfExists(SETTINGS.resolve("templates/mine.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/services", "/v1/services/preview", "/v1/hardware/profile"})
    void anUnknownKeyIsRefusedWithItsLineAndASuggestion(String path) throws IOException {
        Files.writeString(
                SETTINGS.resolve("stack.yaml"), "# mine\n\nprofil: light\nservices: {sonarr: {port: 99999}}\n");

        var problem = problem(controller.get(path), Problem.SETTINGS_INVALID);
        Sample.assertSameForm("problem.json", problem.toString());
        assertThat(problem.get("exit").asInt()).isEqualTo(4);
        assertThat(problem.get("errors").toString())
                .contains("stack.yaml:3", "profil", "did you mean 'profile'?", "stack.yaml:4", "services.sonarr.port");
    }

    @Test
    void aBrokenTemplateOfTheUserIsRefusedWithItsFile() throws IOException {
        Files.writeString(
                SETTINGS.resolve("templates/mine.yaml"), "services:\n  mine: {imag: x}\nx-stack: {categry: media}\n");

        var problem = problem(controller.get("/v1/services/preview"), Problem.TEMPLATE_INVALID);
        assertThat(problem.get("errors").toString()).contains("mine.yaml:3", "categry", "category");
        assertThat(problem(controller.get("/v1/catalog"), Problem.TEMPLATE_INVALID)
                        .get("exit")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void withoutAnEngineThePreviewStillAnswersAndSaysSo() {
        var preview = controller.get("/v1/services/preview");

        assertThat(preview.statusCode()).isEqualTo(200);
        Sample.assertSameForm("services-preview.json", preview.body());
        var finding = Sample.json(preview.body()).get("findings").get(0);
        assertThat(finding.get("code").asString()).isEqualTo("DOCKER_UNREACHABLE");
        assertThat(finding.get("remedy").asString()).isEqualTo("start it with: sudo systemctl start docker");
    }

    @Test
    void withoutAnEngineNothingElseIsPretended() {
        for (var path : List.of("/v1/services", "/v1/services/status", "/v1/services/stats", "/v1/services/logs")) {
            var problem = problem(controller.get(path), Problem.DOCKER_UNREACHABLE);
            assertThat(problem.get("exit").asInt()).isEqualTo(11);
        }
        for (var command : List.of("up", "down", "start", "stop", "restart")) {
            problem(controller.post("/v1/services/" + command, ""), Problem.DOCKER_UNREACHABLE);
        }
        problem(controller.post("/v1/services/sonarr/exec", "{\"command\": [\"id\"]}"), Problem.DOCKER_UNREACHABLE);
        assertThat(FOLDER.resolve("state/stack")).doesNotExist();
        var health = Sample.json(controller.get("/health/detailed").body());
        assertThat(health.at("/components/docker/status").asString()).isEqualTo("DOWN");
    }

    @Test
    void anUnknownServiceIsNamedWithWhatMayBeMeant() {
        var problem = problem(controller.get("/v1/services/preview?services=jelyfin"), Problem.SERVICE_NOT_FOUND);
        assertThat(problem.get("remedy").asString()).isEqualTo("did you mean jellyfin?");
        assertThat(problem.get("exit").asInt()).isEqualTo(2);
        problem(controller.get("/v1/services/preview?category=medja"), Problem.INVALID_REQUEST);
    }

    @Test
    void aPortThatSomeoneElseHoldsBlocksThePlanAndNamesTheHolder() throws IOException {
        try (var holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(
                    SETTINGS.resolve("stack.yaml"),
                    "services: {jellyfin: {port: %d}}\n".formatted(holder.getLocalPort()));

            var blockers =
                    Sample.json(controller.get("/v1/services/preview").body()).get("blockers");
            assertThat(blockers.get(0).get("text").asString()).contains(pid());
            var problem = problem(controller.post("/v1/services/up", ""), Problem.PLAN_BLOCKED);
            assertThat(problem.get("exit").asInt()).isEqualTo(4);
            assertThat(problem.get("errors").toString()).contains(pid(), "services.jellyfin.port");
        }
    }

    private static String pid() {
        return "pid " + ProcessHandle.current().pid();
    }

    @Test
    void aFullDiskLeavesTheOldFileWholeAndNothingBeside() throws IOException {
        mounted(SETTINGS, () -> {
            Files.writeString(SETTINGS.resolve("stack.yaml"), "profile: light\n");
            fill(SETTINGS.resolve("filler"));

            assertNotWritten("No space left");
        });
    }

    @Test
    void aFolderThatCannotBeWrittenLeavesTheOldFileWhole() throws IOException {
        mounted(SETTINGS, () -> {
            Files.writeString(SETTINGS.resolve("stack.yaml"), "profile: light\n");
            Files.createFile(SETTINGS.resolve("filler"));
            assertThat(ran("mount", "-o", "remount,ro", SETTINGS.toString())).isTrue();

            assertNotWritten("Read-only file system");
        });
    }

    private void assertNotWritten(String because) throws IOException {
        var answer = controller.send("PUT", "/v1/hardware/profile?name=balanced", "");
        var stack = SETTINGS.resolve("stack.yaml");

        assertThat(problem(answer, Problem.FILE_NOT_WRITTEN).get("detail").asString())
                .contains(stack.toString(), because);
        assertThat(stack).hasContent("profile: light");
        try (var files = Files.list(SETTINGS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("stack.yaml", "filler");
        }
    }

    private interface Check {
        void run() throws IOException;
    }

    private static void mounted(Path folder, Check check) throws IOException {
        assumeTrue(
                ran("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.toString()),
                "skipped, needs root to mount a small file system");
        try {
            check.run();
        } finally {
            assertThat(ran("umount", folder.toString())).isTrue();
        }
    }

    private static boolean ran(String... argv) {
        return new HostProcessRunner().run(Command.of(Duration.ofSeconds(10), List.of(argv))) instanceof Exited exited
                && exited.succeeded();
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    @Test
    void requestsThatNoOneCanMeanAreRefusedInTheSameForm() {
        var unknown = problem(controller.get("/v1/nothing"), 404, "NOT_FOUND");
        Sample.assertSameForm("problem.json", unknown.toString());
        problem(controller.post("/v1/services/explode", ""), 404, "NOT_FOUND");
        problem(controller.send("DELETE", "/v1/services", ""), 405, "INVALID_REQUEST");
        problem(controller.post("/v1/services/up", "{\"services\": "), 400, "INVALID_REQUEST");
        problem(controller.post("/v1/services/up", "{\"services\": 7}"), 400, "INVALID_REQUEST");
        problem(controller.send("POST", "/v1/services/up", "<x/>", "Content-Type", "text/xml"), 415, "INVALID_REQUEST");
        problem(controller.get("/v1/services?all=perhaps"), 400, "INVALID_REQUEST");
        problem(controller.get("/v1/services/logs?tail=-1"), 400, "INVALID_REQUEST");
        problem(controller.get("/v1/services/logs?grep=%5B"), 400, "INVALID_REQUEST");
        problem(controller.get("/v1/services/logs?since=yesterday"), 400, "INVALID_REQUEST");
        problem(controller.send("PUT", "/v1/hardware/profile", ""), 400, "INVALID_REQUEST");
        problem(controller.send("PUT", "/v1/hardware/profile?name=ligth", ""), 400, "INVALID_REQUEST");
        problem(controller.get("/v1/hardware?root=/nonexistent"), Problem.HARDWARE_ROOT_UNREADABLE);
    }

    @Test
    void withoutTheTokenNothingIsToldButThatItLives() {
        for (var path : List.of("/v1/services", "/v1/nothing", "/metrics", "/health/detailed", "/health/live/", "/")) {
            var refused = controller.withoutToken(path);
            problem(refused, 401, "UNAUTHORIZED");
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        }
        assertThat(controller.withoutToken("/health/live").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(controller.withoutToken("/health/ready").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private static JsonNode problem(HttpResponse<String> answer, Problem problem) {
        return problem(answer, problem.status(), problem.name());
    }

    private static JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.uri() + " " + answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        var problem = Sample.json(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("remedy").asString()).isNotBlank();
        return problem;
    }
}
