package media.usenet.union;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import media.usenet.api.Sample;
import media.usenet.effect.Change;
import media.usenet.event.Operation;
import media.usenet.event.Operations;
import media.usenet.host.ScriptedRunner;
import media.usenet.host.StateFile;
import media.usenet.mover.FakeSlots;
import media.usenet.mover.MoveJobs;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.storage.Mounts;
import media.usenet.union.UnionController.Evenness;
import media.usenet.union.UnionController.NamedSlot;
import media.usenet.union.UnionController.NewPolicy;
import media.usenet.union.UnionController.NewUnion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

class UnionControllerTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

    @TempDir
    private Path folder;

    private final ScriptedRunner programs = new ScriptedRunner();
    private final Operations operations = new Operations(InstantSource.fixed(NOW));
    private FakeSlots slots;
    private HoldKeeper hold;
    private UnionController controller;

    @BeforeEach
    void three_slots_one_of_them_missing() throws IOException {
        slots = new FakeSlots(folder.resolve("pool"), "films", "travel", "archive").online("travel", false);
        var mountinfo = Files.writeString(folder.resolve("mountinfo"), "");
        hold = new HoldKeeper(folder.resolve("hold.json"), InstantSource.fixed(NOW), _ -> {});
        var union = new Union(new MergerFs(programs, new Mounts(mountinfo)), slots, folder.resolve("union.json"), hold);
        var jobs = new MoveJobs(slots, folder.resolve("state"), operations);
        controller = new UnionController(new UnionCommands(union, slots, jobs, hold));
    }

    @Test
    void the_union_is_answered_as_the_sample_says() {
        wanted();
        hold.missing("travel");
        var report = json(controller.show());
        Sample.assertSameForm("storage-pool.json", report);
        var sample = Sample.json(Sample.text("storage-pool.json"));
        assertThat(Sample.json(report).get("hold")).isEqualTo(sample.get("hold"));
        assertThat(Sample.json(report).at("/union/branches")).isEqualTo(sample.at("/union/branches"));
        assertThat(Sample.json(report).at("/findings/0")).isEqualTo(sample.at("/findings/0"));
    }

    @Test
    void without_a_union_there_is_none_and_no_hold() {
        assertThat(controller.show()).isEqualTo(new PoolReport(null, Hold.NONE, List.of()));
    }

    @Test
    void a_preview_has_the_form_of_every_preview_and_changes_nothing() {
        var create = controller.create(true, new NewUnion(List.of("films", "archive"), null, null));
        wanted();
        var previews = List.of(
                create,
                controller.add(true, new NamedSlot("archive")),
                controller.drop("travel", true),
                controller.policy(true, new NewPolicy("lfs", null, null)),
                controller.remove(true),
                controller.balance(true, new Evenness(5.0)),
                controller.drain(true, new NamedSlot("films")));
        assertThat(previews).allSatisfy(preview -> Sample.assertSameForm("storage-change.json", json(body(preview))));
        assertThat(programs.ran()).isEmpty();
    }

    @Test
    void what_a_drain_would_move_and_leave_is_told_beforehand() throws IOException {
        var film = slots.path("films").resolve("media/movies/Sintel/Sintel.mkv");
        Files.createDirectories(film.getParent());
        Files.writeString(film, "film");
        var preview = (Change) body(controller.drain(true, new NamedSlot("films")));
        assertThat(preview.steps()).containsExactly("move media/movies/Sintel/Sintel.mkv from films to archive");
        assertThat(preview.subject()).isEqualTo("1 files, 4 bytes");

        var accepted = (Operation) body(controller.drain(false, new NamedSlot("films")));
        assertThat(operations.await(accepted.id()).state()).isEqualTo(Operation.State.SUCCEEDED);
        assertThat(slots.path("archive").resolve("media/movies/Sintel/Sintel.mkv"))
                .hasContent("film");
    }

    @Test
    void an_outcome_has_the_form_of_every_outcome() {
        wanted();
        Sample.assertSameForm("storage-outcome.json", json(body(controller.remove(false))));
        assertThat(controller.show().union()).isNull();
    }

    @Test
    void unknown_words_are_refused_before_anything_runs() {
        assertRefused(Problem.SLOT_NOT_FOUND, () -> create(List.of("films", "filmz"), null));
        assertRefused(Problem.INVALID_REQUEST, () -> create(List.of("films", "archive"), "mff"));
        assertRefused(Problem.INVALID_REQUEST, () -> create(List.of("films"), null));
        assertRefused(Problem.INVALID_REQUEST, () -> create(null, null));
        assertRefused(Problem.UNION_NOT_FOUND, () -> controller.remove(false));
        assertRefused(Problem.MOVE_NOT_FOUND, () -> controller.giveUp(true));
        assertRefused(Problem.DRIVE_NOT_ONLINE, () -> controller.drain(false, new NamedSlot("travel")));
        assertThat(programs.ran()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 51, Double.NaN})
    void an_evenness_that_makes_no_sense_is_refused(double percent) {
        assertRefused(Problem.INVALID_REQUEST, () -> controller.balance(false, new Evenness(percent)));
    }

    private void create(@Nullable List<String> names, @Nullable String policy) {
        controller.create(false, new NewUnion(names, policy, null));
    }

    private static void assertRefused(Problem problem, Runnable request) {
        assertThatThrownBy(request::run)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private void wanted() {
        new StateFile<>(folder.resolve("union.json"), UnionSettings.class)
                .write(new UnionSettings("union", List.of("films", "travel"), Set.of(), "mfs", 20L << 30, true));
    }

    private static Object body(ResponseEntity<?> answer) {
        return Objects.requireNonNull(answer.getBody());
    }

    private static String json(Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
