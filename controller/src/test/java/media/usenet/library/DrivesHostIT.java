package media.usenet.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import media.usenet.api.RunningController;
import media.usenet.linux.KernelMountCalls;
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
import tools.jackson.databind.json.JsonMapper;

/// A whole controller, films on real file systems, and a drive that is pulled while it is scanned.
@ExtendWith(PoolsAfterwards.class)
@DirtiesContext
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DrivesHostIT {

    private static final Path FOLDER = RunningController.folder();
    private static final int LATER_FILMS = 40;

    private final Undo undo = new Undo();

    @LocalServerPort
    private int port;

    private RunningController controller;
    private LoopDrive films;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        RunningController.withDrives(FOLDER, properties);
        properties.add("library.batch", () -> 2);
        properties.add("library.settle", () -> "200ms");
    }

    @BeforeEach
    void plug() throws IOException {
        LoopDrive.assumePossible();
        assumeTrue(Files.exists(Path.of("/sbin/mkfs.xfs")), "skipped, needs mkfs.xfs");
        assumeTrue(Files.exists(Path.of("/usr/bin/ffmpeg")), "skipped, needs ffmpeg");
        controller = new RunningController(port, FOLDER);
        films = added("films", 64 << 20, "mkfs.ext4", "-q", "-F");
        added("series", 320 << 20, "mkfs.xfs", "-q");
    }

    @AfterEach
    void unplug() {
        List.of("films", "series").forEach(slot -> controller.send("DELETE", "/v1/storage/drives/" + slot, ""));
        undo.close();
    }

    @Test
    void a_drive_that_is_pulled_during_the_scan_loses_nothing_and_comes_back_as_it_was() throws IOException {
        var film = film("films/media/movies/Heat (1995)/Heat.1995.1080p.mkv");
        film("series/media/tv/Dark/Dark.S01E01.mkv");
        assertThat(scan().get("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(probed()).hasSize(2);

        for (int n = 0; n < LATER_FILMS; n++) {
            Files.copy(film, film.resolveSibling("Later %02d.mkv".formatted(n)));
        }
        LoopDrive.run("sync", "-f", film.toString());
        var scan = begin();
        until("some of them were looked into", () -> probed().size() > 4);
        new KernelMountCalls().shutDown(place("films"));
        films.announce("remove");

        var outcome = ended(scan);
        assertThat(outcome.toString()).contains("films went away or said nothing while it was scanned");
        var report = get("/v1/library").get("scans").get(0);
        assertThat(report.get("missing").toString()).contains("films");
        assertThat(report.get("troubles").has("NOT_THERE")).isTrue();
        var before = probed();
        assertThat(before).hasSizeBetween(4, LATER_FILMS);
        assertThat(presence()).isEqualTo(Map.of("unknown", LATER_FILMS + 1L, "present", 1L));

        films.detach();
        LoopDrive.attached(films.image(), undo);

        until("it is back", () -> presence().equals(Map.of("present", LATER_FILMS + 2L)));
        assertThat(probed()).as("none is looked into twice").containsAllEntriesOf(before);
        assertThat(scan().get("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(probed()).hasSize(LATER_FILMS + 2).containsAllEntriesOf(before);
    }

    private LoopDrive added(String slot, long bytes, String... make) throws IOException {
        var drive = LoopDrive.made(FOLDER.resolve(slot + ".img"), bytes, undo, make);
        until(
                "the drive is listed",
                () -> get("/v1/storage/devices?all=true").toString().contains('"' + drive.name() + '"'));
        var answer = controller.post(
                "/v1/storage/drives", "{\"drive\": \"%s\", \"slot\": \"%s\"}".formatted(drive.image(), slot));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        return drive;
    }

    private Path film(String place) throws IOException {
        var file = place(place);
        Files.createDirectories(file.getParent());
        LoopDrive.run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc=duration=1:size=64x64", file.toString());
        return file;
    }

    private static Path place(String path) {
        return FOLDER.resolve("pool/root").resolve(path);
    }

    private JsonNode begin() {
        return JsonMapper.shared()
                .readTree(controller.post("/v1/library/scan", "{}").body());
    }

    private JsonNode scan() {
        return ended(begin());
    }

    private JsonNode ended(JsonNode operation) {
        var address = "/v1/operations/" + operation.get("id").asString();
        until("the scan has ended", () -> !get(address).get("state").asString().equals("RUNNING"));
        return get(address);
    }

    /// When each file was looked into with success.
    private Map<String, String> probed() {
        return get("/v1/library/files?status=probed&size=500")
                .get("files")
                .valueStream()
                .collect(Collectors.toMap(
                        file -> file.get("path").asString(),
                        file -> file.get("probed").asString()));
    }

    private Map<String, Long> presence() {
        return get("/v1/library/files?size=500")
                .get("files")
                .valueStream()
                .collect(Collectors.groupingBy(file -> file.get("presence").asString(), Collectors.counting()));
    }

    private JsonNode get(String path) {
        return JsonMapper.shared().readTree(controller.get(path).body());
    }

    private static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 2 min until " + what).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}
