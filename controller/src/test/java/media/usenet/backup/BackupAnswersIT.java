package media.usenet.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import media.usenet.api.RunningController;
import media.usenet.api.Sample;
import media.usenet.event.Operation;
import media.usenet.event.Operations;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import media.usenet.sqlite.Writer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// A controller whose services have configuration, seen over HTTP: backups in a folder, encrypted, and in a
/// restic repository, made while a database is written, and put back.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupAnswersIT {

    private static final Path FOLDER = RunningController.folder();
    private static final Path APPS = FOLDER.resolve("state/apps");
    private static final HostProcessRunner PROGRAMS = new HostProcessRunner();

    @LocalServerPort
    private int port;

    @Autowired
    private Operations operations;

    private RunningController controller;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        RunningController.in(FOLDER, properties);
        properties.add("backup.policies", () -> "../backups");
        properties.add(
                "docker.project",
                () -> "usenet-backup-" + ProcessHandle.current().pid());
    }

    @BeforeAll
    void applicationsHaveRun() throws Exception {
        controller = new RunningController(port, FOLDER);
        var sonarr = Files.createDirectories(APPS.resolve("sonarr"));
        Files.writeString(sonarr.resolve("config.xml"), """
                <Config><ApiKey>0123456789abcdef0123456789abcdef</ApiKey>
                <LogLevel>info</LogLevel>
                </Config>
                """);
        Files.createDirectories(sonarr.resolve("MediaCover"));
        Files.writeString(sonarr.resolve("MediaCover/1.jpg"), "poster");
        Writer.make(sonarr.resolve("sonarr.db"));
        Files.createDirectories(FOLDER.resolve("settings"));
        Files.writeString(FOLDER.resolve("settings/stack.yaml"), "timezone: Europe/Berlin\n");
    }

    @Test
    void aBackupIsMadeWhileADatabaseIsWrittenAndPutBack() throws Exception {
        try (var writer = Writer.on(APPS.resolve("sonarr/busy.db"))) {
            assertThat(writer.transactions()).isPositive();
            Sample.assertSameForm(
                    "backup-preview.json",
                    controller.post("/v1/backups?dryRun=true", "{}").body());
            create("{\"name\": \"first\"}");
        }
        var config = APPS.resolve("sonarr/config.xml");
        Files.writeString(config, Files.readString(config).replace("info", "debug"));
        create("{\"name\": \"second\"}");

        Sample.assertSameForm("backups.json", controller.get("/v1/backups").body());
        Sample.assertSameForm("backup.json", controller.get("/v1/backups/first").body());
        Sample.assertSameForm(
                "backup-files.json", controller.get("/v1/backups/first/files").body());
        var diff = controller.get("/v1/backups/first/diff?with=second").body();
        Sample.assertSameForm("backup-diff.json", diff);
        assertThat(diff).contains("debug").doesNotContain("0123456789abcdef");

        ended(controller
                .post("/v1/backups/verify", "{\"backup\": \"first\", \"deep\": true}")
                .body());
        ended(controller.post("/v1/backups/drill", "{}").body());
        Sample.assertSameForm(
                "backup-history.json", controller.get("/v1/backups/history").body());
        Sample.assertSameForm(
                "backup-policies.json", controller.get("/v1/backups/policies").body());
        Sample.assertSameForm(
                "backup-schedule.json", controller.get("/v1/backups/schedule").body());
        Sample.assertSameForm(
                "backup-prune-plan.json",
                controller.post("/v1/backups/prune?dryRun=true", "{}").body());

        var request = "{\"backup\": \"first\", \"services\": [\"sonarr\"]}";
        var plan = controller.post("/v1/backups/restore?dryRun=true", request).body();
        Sample.assertSameForm("backup-restore-plan.json", plan);
        assertThat(config).content().contains("debug");
        ended(controller.post("/v1/backups/restore", request).body());
        assertThat(config).content().contains("info");
        assertThat(APPS.resolve("sonarr/MediaCover/1.jpg")).hasContent("poster");
    }

    @Test
    void anEncryptedBackupOpensWithTheProgramAge() throws IOException {
        assumeTrue(has("age"), "SKIPPED: age is not installed");
        add("usb", FOLDER.resolve("usb").toString());
        create("{\"name\": \"locked\", \"destinations\": [\"usb\"]}");
        var stored = newest("usb");
        var key = FOLDER.resolve("settings/backups/usb.key");
        var opened = FOLDER.resolve("opened.tar.zst");
        run(
                "age",
                "-d",
                "-i",
                key.toString(),
                "-o",
                opened.toString(),
                stored.path("key").asString());
        var listing = run("tar", "--zstd", "-tf", opened.toString());
        assertThat(listing).startsWith("manifest.json\n").contains("apps/sonarr/sonarr.db");
    }

    @Test
    void aResticRepositoryHasItTooAndResticAloneReadsIt() throws IOException {
        assumeTrue(has("restic"), "SKIPPED: restic is not installed");
        add("repository", "local:" + FOLDER.resolve("repository"));
        create("{\"name\": \"deduplicated\", \"destinations\": [\"repository\"]}");
        create("{\"name\": \"again\", \"destinations\": [\"repository\"]}");
        var place = "{\"backup\": \"again\", \"destination\": \"repository\", \"deep\": true}";
        ended(controller.post("/v1/backups/verify", place).body());
        Sample.assertSameForm("backup.json", controller.get("/v1/backups/again").body());
        var out = FOLDER.resolve("unpacked");
        ended(controller
                .post(
                        "/v1/backups/extract",
                        "{\"backup\": \"again\", \"paths\": [\"settings\"], \"to\": \"" + out + "\"}")
                .body());
        assertThat(out.resolve("settings/stack.yaml")).hasContent("timezone: Europe/Berlin");
    }

    private void add(String name, String place) {
        var added = controller.post(
                "/v1/backups/destinations", "{\"name\": \"%s\", \"place\": \"%s\"}".formatted(name, place));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
        Sample.assertSameForm("backup-destination.json", added.body());
    }

    private void create(String body) {
        ended(controller.post("/v1/backups", body).body());
    }

    private JsonNode newest(String destination) {
        return Sample.json(
                        controller.get("/v1/backups?destination=" + destination).body())
                .path("backups")
                .get(0);
    }

    private void ended(String operation) {
        var id = Sample.json(operation).path("id").asString("");
        assertThat(id).as(operation).isNotEmpty();
        var end = operations.await(id);
        assertThat(end.state()).as(String.valueOf(end.problem())).isEqualTo(Operation.State.SUCCEEDED);
    }

    private static boolean has(String program) {
        return PROGRAMS.run(Command.of(Duration.ofSeconds(9), program, "--help")) instanceof Outcome.Exited;
    }

    private static String run(String... argv) {
        var outcome = PROGRAMS.run(Command.of(Duration.ofMinutes(1), argv));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Exited.class,
                        exited -> assertThat(exited.code()).as(exited.stderr()).isZero());
        return ((Outcome.Exited) outcome).stdout();
    }
}
