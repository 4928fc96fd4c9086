package media.usenet.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import media.usenet.api.Sample;
import media.usenet.effect.Change;
import media.usenet.event.Operation;
import media.usenet.event.Operations;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

class LibraryControllerTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Path.class, ToStringSerializer.instance))
            .build();

    @TempDir
    Path folder;

    private final Operations operations = new Operations(InstantSource.system());
    private LibraryRig rig;
    private LibraryController controller;

    @BeforeEach
    void begin() throws IOException {
        rig = LibraryRig.of(folder, "films", "travel");
        rig.make("films/media/Dune.mkv", "film");
        rig.make("films/media/broken.mkv", "");
        rig.make("travel/media/song.flac", "song");
        rig.answers.put("Dune.mkv", _ -> LibraryRig.film(3840, 1600, "hevc", HdrKind.HDR10, "deu", "eng"));
        rig.answers.put("song.flac", _ -> LibraryRig.sound("und"));
        var scans = new LibraryScans(new Scopes(rig.roots), rig.scanner, operations);
        var stand = new LibraryStand(rig.library, rig.catalog, rig.roots, () -> null);
        controller = new LibraryController(rig.library, stand, scans);
    }

    @AfterEach
    void end() {
        rig.close();
    }

    private Operation scan(ScanRequest request) {
        var begun = (Operation)
                Objects.requireNonNull(controller.scan(false, request).getBody());
        return operations.await(begun.id());
    }

    private PageAnswer page(String text) {
        return controller.files(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, text, "name", 1, 50);
    }

    @Test
    void answersHaveTheFormOfTheSamples() {
        scan(ScanRequest.ALL);
        rig.offline.add("travel");
        Sample.assertSameForm("library-files.json", JSON.writeValueAsString(page("")));
        var dune = page("DUNE").files().getFirst();
        Sample.assertSameForm("library-file.json", JSON.writeValueAsString(controller.file(dune.id())));
        assertThat(controller.fileAt(folder + "/films/media/Dune.mkv")).isEqualTo(controller.file(dune.id()));
        var report = JSON.writeValueAsString(controller.report());
        // How often what was seen and went wrong are maps, whose keys are not always the same.
        Sample.assertSameForm("library.json", report.replaceAll("\"(looks|troubles)\":\\{[^}]*}", "\"$1\":null"));
    }

    @Test
    void aPreviewSaysWhatAScanWouldDoAndTheScanDoesIt() throws IOException {
        var change = (Change) Objects.requireNonNull(controller.scan(true, null).getBody());
        assertThat(change.steps()).containsExactly("look into 3 of 3 files: 3 new, 0 changed");
        assertThat(page("").total()).isZero();
        var end = scan(ScanRequest.ALL);
        assertThat(end.state()).isEqualTo(Operation.State.SUCCEEDED);
        assertThat(page("").total()).isEqualTo(3);
        Files.delete(folder.resolve("travel/media/song.flac"));
        var again = (Change) Objects.requireNonNull(controller.scan(true, null).getBody());
        assertThat(again.steps()).containsExactly("forget 1 files that are gone");
    }

    @Test
    void whatIsNotInTheLibraryIsNotScanned() {
        refused(Problem.OUTSIDE_LIBRARY, new ScanRequest(null, List.of("/etc"), null));
        refused(Problem.OUTSIDE_LIBRARY, new ScanRequest(null, List.of(folder + "/films/private"), null));
        refused(Problem.SLOT_NOT_FOUND, new ScanRequest(List.of("nope"), null, null));
        rig.offline.add("travel");
        refused(Problem.DRIVE_NOT_ONLINE, new ScanRequest(List.of("travel"), null, null));
        rig.offline.add("films");
        refused(Problem.MEDIA_NOT_FOUND, ScanRequest.ALL);
    }

    private void refused(Problem problem, ScanRequest request) {
        assertThatThrownBy(() -> controller.scan(false, request))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    @Test
    void aFileThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> controller.file(4711)).hasMessageContaining("4711");
        assertThatThrownBy(() -> controller.fileAt("/nope.mkv")).hasMessageContaining("/nope.mkv");
    }
}
