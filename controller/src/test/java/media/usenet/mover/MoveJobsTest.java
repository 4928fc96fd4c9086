package media.usenet.mover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import media.usenet.event.Operation;
import media.usenet.event.Operation.State;
import media.usenet.event.Operations;
import media.usenet.event.Result;
import media.usenet.mover.FileMove.Point;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoveJobsTest {

    private static final String FILM = "media/movies/Sintel/Sintel.mkv";
    private static final MoveJob DRAIN = MoveJob.drain("films", 0);

    @TempDir
    private Path folder;

    private final Operations operations = new Operations(InstantSource.system());
    private FakeSlots slots;
    private MoveJobs jobs;

    @BeforeEach
    void a_film_on_one_of_two_drives() throws IOException {
        slots = new FakeSlots(folder.resolve("pool"), "films", "archive");
        jobs = new MoveJobs(slots, folder.resolve("state"), operations);
        Files.createDirectories(film("films").getParent());
        Files.writeString(film("films"), "film");
    }

    @Test
    void a_job_whose_drive_went_away_is_suspended_and_says_for_which() throws IOException {
        assertThat(suspended().problem())
                .satisfies(problem -> assertThat(problem.detail()).contains("waits for the drive of archive"));
        assertThat(jobs.waiting())
                .hasValueSatisfying(finding -> assertThat(finding.remedy()).contains("usenet storage pool give-up"));
    }

    @Test
    void a_job_that_is_given_up_is_no_more_and_all_it_left_is_whole() throws IOException {
        suspended();
        assertThat(jobs.previewGiveUp().subject()).isEqualTo("the drain of films");
        assertThat(jobs.waiting()).isPresent();

        var effect = jobs.giveUp();

        assertThat(effect.state()).isEqualTo("GIVEN_UP");
        assertThat(jobs.waiting()).isEmpty();
        assertThat(film("films")).hasContent("film");
        slots.online("archive", true);
        assertThat(jobs.resume()).isEmpty();
        var again = operations.await(jobs.start(DRAIN).id());
        assertThat(again.state()).isEqualTo(State.SUCCEEDED);
        assertThat(film("archive")).hasContent("film");
    }

    @Test
    void where_nothing_waits_there_is_nothing_to_give_up() {
        refused(Problem.MOVE_NOT_FOUND, jobs::giveUp);
        refused(Problem.MOVE_NOT_FOUND, jobs::previewGiveUp);
    }

    @Test
    void what_is_under_way_is_not_given_up() throws Exception {
        suspended();
        var doors = new CountDownLatch(1);
        var other = operations.start("storage.balance", _ -> {
            try {
                doors.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Result.of(List.of());
        });

        refused(Problem.OPERATION_RUNNING, jobs::giveUp);

        doors.countDown();
        operations.await(other.id());
        assertThat(jobs.waiting()).isPresent();
    }

    /// A drain whose drive went away while it copied.
    private Operation suspended() throws IOException {
        var mover = new Mover(slots, folder.resolve("state/moves.journal"), point -> {
            if (point == Point.BEGUN) {
                slots.online("archive", false);
            }
        });
        var file = SlotFiles.read(slots.find("films").orElseThrow()).files().getFirst();
        var plan = new MovePlan(List.of(new Move("films", "archive", file)), List.of());
        assertThatThrownBy(() -> mover.run(plan, 0, _ -> {}, _ -> {})).isInstanceOf(DriveGone.class);
        var ended = operations.await(jobs.start(DRAIN).id());
        assertThat(ended.state()).isEqualTo(State.SUSPENDED);
        return ended;
    }

    private Path film(String slot) {
        return slots.path(slot).resolve(FILM);
    }

    private static void refused(Problem problem, ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
