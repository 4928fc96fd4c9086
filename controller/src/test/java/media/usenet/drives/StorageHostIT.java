package media.usenet.drives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import media.usenet.api.RunningController;
import media.usenet.api.Sample;
import media.usenet.linux.LoopDrive;
import media.usenet.linux.Undo;
import media.usenet.pool.PoolsAfterwards;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// Every request about drives, to a whole controller with a real drive: the answers have the forms of the samples.
@ExtendWith(PoolsAfterwards.class)
@DirtiesContext
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class StorageHostIT {

    private static final Path FOLDER = RunningController.folder();

    private final Undo undo = new Undo();

    @LocalServerPort
    private int port;

    private RunningController controller;
    private LoopDrive drive;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        RunningController.withDrives(FOLDER, properties);
    }

    @BeforeEach
    void plug() throws IOException {
        LoopDrive.assumePossible();
        controller = new RunningController(port, FOLDER);
        drive = LoopDrive.made(FOLDER.resolve("films.img"), 64 << 20, undo, "mkfs.ext4", "-q", "-F", "-L", "films");
        Rig.until(
                "the drive is listed",
                () -> get("/v1/storage/devices?all=true").toString().contains('"' + drive.name() + '"'));
    }

    @AfterEach
    void unplug() {
        controller.send("DELETE", "/v1/storage/drives/films", "");
        undo.close();
    }

    @Test
    void every_answer_has_the_form_of_its_sample() {
        var add = "{\"drive\": \"%s\", \"slot\": \"films\", \"roles\": [\"media\"], \"readOnly\": false}"
                .formatted(drive.image());
        form("storage-change.json", post("/v1/storage/drives?dryRun=true", add));
        form("storage-devices.json", get("/v1/storage/devices?all=true"));
        form("storage-outcome.json", post("/v1/storage/drives", add));
        form("storage-drives.json", get("/v1/storage/drives"));
        form("storage-doctor.json", get("/v1/storage/doctor"));
        form("storage-health.json", get("/v1/storage/health"));
        form("storage-holders.json", get("/v1/storage/drives/films/holders"));
        form("storage-outcome.json", post("/v1/storage/sync", "{\"drives\": []}"));
        form("storage-identify.json", post("/v1/storage/drives/films/identify", "{\"seconds\": 1}"));
        form("storage-change.json", post("/v1/storage/drives/films/eject?dryRun=true", "{}"));
        form("storage-outcome.json", post("/v1/storage/drives/films/unmount", ""));
        form("storage-outcome.json", post("/v1/storage/drives/films/mount", ""));
        form("storage-outcome.json", post("/v1/storage/drives/films/eject", "{}"));
    }

    @Test
    void a_drive_that_was_pulled_is_missing_in_the_status_and_in_the_health_of_the_controller() throws IOException {
        post("/v1/storage/drives", "{\"drive\": \"%s\", \"slot\": \"films\"}".formatted(drive.image()));
        drive.announce("remove");
        Rig.until("it is missing", () -> get("/v1/storage/drives").toString().contains("MISSING"));
        form("storage-status.json", get("/v1/storage/status"));
        assertThat(get("/health/detailed").at("/components/storage").toString()).contains("DRIVE_MISSING");
    }

    @Test
    void a_dry_run_changes_nothing() {
        var before = get("/v1/storage/drives");
        post("/v1/storage/drives?dryRun=true", "{\"drive\": \"%s\"}".formatted(drive.image()));
        post("/v1/storage/drives/main/eject?dryRun=true", "{\"force\": true}");
        post("/v1/storage/drives/main/unmount?dryRun=true", "");
        json(controller.send("DELETE", "/v1/storage/drives/main?dryRun=true", ""));
        assertThat(get("/v1/storage/drives").findValuesAsString("state")).isEqualTo(before.findValuesAsString("state"));
        assertThat(get("/v1/storage/drives").findValuesAsString("slot")).containsExactly("main");
    }

    @Test
    void a_machine_without_drives_has_a_first_slot_with_folders_that_belong_to_the_stack() throws IOException {
        var movies = FOLDER.resolve("pool/root/main/media/movies");
        assertThat(movies).isDirectory();
        assertThat(Files.getAttribute(movies, "unix:uid")).isEqualTo(1000);
    }

    @Test
    void a_drive_with_anything_on_it_is_formatted_only_when_its_own_name_was_typed_and_its_loss_agreed_to() {
        var request = "{\"drive\": \"%s\", \"slot\": \"films\", \"wipe\": %s, \"confirm\": %s}";
        var kept = controller.post("/v1/storage/format", request.formatted(drive.image(), false, "\"x\""));
        assertThat(kept.statusCode()).isEqualTo(422);
        assertThat(kept.body()).contains("--wipe");
        var unconfirmed = controller.post("/v1/storage/format", request.formatted(drive.image(), true, "\"x\""));
        assertThat(unconfirmed.body()).contains("NOT_CONFIRMED");

        var id = get("/v1/storage/devices?all=true")
                .get("devices")
                .valueStream()
                .filter(device -> device.get("device").asString().equals(drive.name()))
                .map(device -> device.get("id").asString())
                .findFirst()
                .orElseThrow();
        var begun =
                json(controller.post("/v1/storage/format", request.formatted(drive.image(), true, "\"" + id + "\"")));
        Rig.until(
                "it is formatted",
                () -> !get("/v1/operations/" + begun.get("id").asString())
                        .get("state")
                        .asString()
                        .equals("RUNNING"));
        assertThat(get("/v1/operations/" + begun.get("id").asString())
                        .get("state")
                        .asString())
                .isEqualTo("SUCCEEDED");
        assertThat(get("/v1/storage/drives").toString()).contains("films").doesNotContain(id);
    }

    @Test
    void what_is_not_there_is_said_with_a_remedy() {
        var missing = controller.send("POST", "/v1/storage/drives/nothing/mount", "");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("DRIVE_NOT_FOUND", "usenet storage list");
        var kernel = controller.send("POST", "/v1/storage/drives/sdb1/eject", "");
        assertThat(kernel.body()).contains("may be another drive tomorrow");
    }

    private static void form(String sample, JsonNode answer) {
        Sample.assertSameForm(sample, answer.toString());
    }

    private JsonNode get(String path) {
        return json(controller.get(path));
    }

    private JsonNode post(String path, String body) {
        return json(body.isEmpty() ? controller.send("POST", path, "") : controller.post(path, body));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return Sample.json(answer.body());
    }
}
