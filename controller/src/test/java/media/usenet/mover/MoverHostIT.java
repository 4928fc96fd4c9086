package media.usenet.mover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import media.usenet.event.Operation;
import media.usenet.event.Operations;
import media.usenet.event.Step;
import media.usenet.mover.FileMove.Point;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Files moved between real drives that are yanked, full or read-only.
class MoverHostIT {

    private static final String FILM = "media/movies/Sintel (2010)/Sintel.mkv";
    private static final int SIZE = 20 << 20;

    private final List<LeftBehind> left = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private LoopPool pool;
    private Path state;

    @BeforeEach
    void two_drives() throws IOException {
        pool = LoopPool.orSkip();
        pool.add("films", 64);
        pool.add("archive", 64);
        state = Files.createDirectories(pool.folder().resolve("state"));
    }

    @AfterEach
    void undone() {
        if (pool != null) {
            pool.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void a_yanked_destination_loses_nothing_at_any_step(Point moment) throws IOException {
        yankAndReturn(moment, "archive");
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void a_yanked_source_loses_nothing_at_any_step(Point moment) throws IOException {
        yankAndReturn(moment, "films");
    }

    private void yankAndReturn(Point moment, String slot) throws IOException {
        var bytes = write(FILM, SIZE);
        try {
            // Detached before anyone has noticed: the path leads to the guard from then on.
            run(at(moment, () -> pool.detach(slot)));
        } catch (DriveGone e) {
            assertThat(e.slot()).isEqualTo(slot);
        }
        assertThat(pool.guardBytes()).isZero();
        pool.plug(slot);

        mover(_ -> {}).settle();
        run(_ -> {});
        assertThat(Files.readAllBytes(pool.path("archive").resolve(FILM))).isEqualTo(bytes);
        assertThat(pool.path("films").resolve(FILM)).doesNotExist();
        assertThat(pool.path("archive").resolve(".usenet-tmp")).doesNotExist();
        assertThat(left).isEmpty();
    }

    @Test
    void a_full_destination_keeps_nothing_of_a_copy_that_did_not_fit() throws IOException {
        write(FILM, SIZE);
        var plan = plan();
        // It fills up while the copy is under way.
        run(at(Point.BEGUN, () -> Files.write(pool.path("archive").resolve("ballast"), new byte[45 << 20])), plan);

        assertThat(pool.path("films").resolve(FILM)).hasSize(SIZE);
        assertThat(left)
                .singleElement()
                .satisfies(file -> assertThat(file.because()).contains("No space left"));
        assertThat(pool.path("archive").resolve(".usenet-tmp")).doesNotExist();
    }

    @Test
    void the_minimum_stays_free() throws IOException {
        write(FILM, SIZE);
        mover(_ -> {}).run(plan(), 40 << 20, left::add, steps::add);
        assertThat(left).containsExactly(new LeftBehind("films", FILM, "archive has not enough room for it"));
    }

    @Test
    void a_destination_that_turned_read_only_suspends() throws IOException {
        write(FILM, SIZE);
        var plan = plan();
        assertThatThrownBy(() -> run(
                        at(
                                Point.COPY_TOLD,
                                () -> pool.run(
                                        "mount",
                                        "-o",
                                        "remount,ro",
                                        pool.path("archive").toString())),
                        plan))
                .isInstanceOfSatisfying(
                        DriveGone.class, e -> assertThat(e.slot()).isEqualTo("archive"));
        pool.run("mount", "-o", "remount,rw", pool.path("archive").toString());
        mover(_ -> {}).settle();
        assertThat(pool.path("films").resolve(FILM)).hasSize(SIZE);
        assertThat(pool.path("archive").resolve(FILM)).doesNotExist();
    }

    @Test
    void a_drain_waits_for_its_drive_and_goes_on_when_it_is_back() throws IOException {
        write(FILM, SIZE);
        write("media/tv/Show/S01/e1.mkv", 1000);
        Files.createDirectories(pool.path("films").resolve("media/books"));
        Files.writeString(pool.path("films").resolve(".usenet-drive.json"), "{}");
        var operations = new Operations(InstantSource.system());
        var jobs = new MoveJobs(pool, state, operations);
        pool.yank("archive");
        pool.plug("archive");
        var journal = new Mover(pool, state.resolve("moves.journal"), at(Point.BEGUN, () -> pool.yank("archive")));
        assertThatThrownBy(() -> journal.run(plan(), 0, left::add, steps::add)).isInstanceOf(DriveGone.class);

        var suspended = operations.await(jobs.start(MoveJob.drain("films", 0)).id());
        assertThat(suspended.state()).isEqualTo(Operation.State.SUSPENDED);
        assertThat(suspended.problem())
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("MOVE_SUSPENDED"));
        assertThat(jobs.unfinished()).hasValue(MoveJob.drain("films", 0).waitingFor("archive"));
        assertThat(jobs.resume()).isEmpty();

        pool.plug("archive");
        var resumed = operations.await(
                new MoveJobs(pool, state, operations).resume().orElseThrow().id());
        assertThat(resumed.problem()).isNull();
        assertThat(resumed.state()).isEqualTo(Operation.State.SUCCEEDED);
        assertThat(pool.path("archive").resolve(FILM)).hasSize(SIZE);
        assertThat(jobs.unfinished()).isEmpty();
        try (var names = Files.list(pool.path("films"))) {
            assertThat(names.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("lost+found", ".usenet-drive.json");
        }
    }

    @Test
    void a_file_streamed_through_a_container_is_seen_as_in_use() throws IOException {
        write(FILM, 1000);
        var container = pool.container();
        container.holds("films/" + FILM);
        run(_ -> {});
        assertThat(left).containsExactly(new LeftBehind("films", FILM, "it is in use"));
    }

    private interface Deed {
        void run() throws IOException;
    }

    private static Consumer<Point> at(Point moment, Deed deed) {
        return point -> {
            if (point == moment) {
                try {
                    deed.run();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    private void run(Consumer<Point> reached) throws IOException {
        run(reached, plan());
    }

    private void run(Consumer<Point> reached, MovePlan plan) throws IOException {
        mover(reached).run(plan, 0, left::add, steps::add);
    }

    private Mover mover(Consumer<Point> reached) {
        return new Mover(pool, state.resolve("moves.journal"), reached);
    }

    private MovePlan plan() {
        var files = SlotFiles.read(pool.find("films").orElseThrow()).files();
        return new MovePlan(
                files.stream().map(file -> new Move("films", "archive", file)).toList(), List.of());
    }

    private byte[] write(String name, int size) throws IOException {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        var file = pool.path("films").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        pool.run("sync", "--file-system", file.toString());
        return bytes;
    }
}
