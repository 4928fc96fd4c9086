package media.usenet.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import media.usenet.database.Backend;
import media.usenet.history.Retention;
import media.usenet.job.FailureClass;
import media.usenet.job.Job;
import media.usenet.job.JobState;
import media.usenet.job.Lane;
import media.usenet.job.Phase;
import media.usenet.job.Priority;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.publish.Output;
import media.usenet.queue.Fairness;
import media.usenet.queue.JobSettings;
import media.usenet.worker.Ending;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Who goes first, and what people do to jobs.
@ParameterizedClass
@EnumSource
class ControlIT {

    private final Backend backend;

    @TempDir
    Path folder;

    private QueueRig rig;

    ControlIT(Backend backend) {
        this.backend = backend;
    }

    @BeforeEach
    void open() throws IOException {
        rig = new QueueRig(backend.address(folder), folder, QueueRig.QUICK);
    }

    private void open(JobSettings settings) throws IOException {
        rig.close();
        rig = new QueueRig(backend.address(folder), folder, settings);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private static JobSettings with(int mostPerKey, Duration patience, Duration keep) {
        var usual = QueueRig.QUICK;
        return new JobSettings(
                usual.maxAttempts(),
                usual.maxDeaths(),
                usual.retry(),
                mostPerKey,
                patience,
                usual.heartbeat(),
                usual.poll(),
                usual.stop(),
                keep,
                1,
                usual.keepKeys(),
                usual.logBytes());
    }

    private Job submit(String label, Priority priority, @Nullable String key) {
        return rig.jobs().submit(QueueRig.submission(label).with(priority).by(key));
    }

    private List<String> order(int jobs) {
        rig.node(new Lane("cpu", 1));
        QueueRig.await(jobs + " ran", () -> rig.work.started.size() == jobs);
        return List.copyOf(rig.work.started);
    }

    @Test
    void higherPrioritiesGoFirstAndWithinOneTheOlder() throws IOException {
        submit("low", Priority.LOW, "a");
        submit("normal 1", Priority.NORMAL, "a");
        submit("normal 2", Priority.NORMAL, "a");
        submit("high", Priority.HIGH, "a");
        var raised = submit("was low", Priority.LOW, "a");
        rig.jobs().priority(raised.id(), Priority.HIGH);
        assertThat(order(5)).containsExactly("high", "was low", "normal 1", "normal 2", "low");
    }

    @Test
    void keysTakeTurnsHoweverManyJobsEachHas() throws IOException {
        for (int i = 1; i <= 4; i++) {
            submit("a" + i, Priority.NORMAL, "a");
        }
        submit("b1", Priority.NORMAL, "b");
        submit("b2", Priority.NORMAL, "b");
        submit("c1", Priority.NORMAL, null);
        assertThat(order(7)).containsExactly("a1", "b1", "c1", "a2", "b2", "a3", "a4");
    }

    @Test
    void aKeyThatComesLaterDoesNotWaitForAllThatCameBeforeNorOvertakeByItsRest() throws IOException {
        for (int i = 1; i <= 3; i++) {
            submit("a" + i, Priority.NORMAL, "a");
        }
        var node = rig.node(new Lane("cpu", 1));
        QueueRig.await("all ran", () -> rig.work.started.size() == 3);
        node.lanes(List.of());
        submit("a4", Priority.NORMAL, "a");
        submit("b1", Priority.NORMAL, "b");
        submit("b2", Priority.NORMAL, "b");
        node.lanes(List.of(new Lane("cpu", 1)));
        QueueRig.await("all ran", () -> rig.work.started.size() == 6);
        assertThat(rig.work.started).containsExactly("a1", "a2", "a3", "a4", "b1", "b2");
    }

    @Test
    void aKeyThatIsPassedOverForTooLongGoesFirst() throws IOException {
        open(with(0, Duration.ZERO, Duration.ofDays(1)));
        var hold = rig.work.holds("flood 0");
        var running = submit("flood 0", Priority.HIGH, "a");
        rig.node(new Lane("cpu", 1));
        rig.await(running, JobState.RUNNING);
        submit("flood 1", Priority.HIGH, "a");
        submit("patient", Priority.LOW, "b");
        assertThat(new Fairness(rig.database, with(0, Duration.ZERO, Duration.ofDays(1))).raise())
                .hasSize(1);
        assertThat(new Fairness(rig.database, with(0, Duration.ZERO, Duration.ofDays(1))).raise())
                .isEmpty();
        hold.countDown();
        QueueRig.await("all ran", () -> rig.work.started.size() == 3);
        assertThat(rig.work.started).containsExactly("flood 0", "patient", "flood 1");
    }

    @Test
    void noMoreJobsOfOneKeyRunAtOnceThanItMay() throws IOException {
        open(with(1, Duration.ofMinutes(1), Duration.ofDays(1)));
        var hold = rig.work.holds("x");
        var first = submit("x", Priority.NORMAL, "a");
        var second = submit("x", Priority.NORMAL, "a");
        rig.node(new Lane("cpu", 4));
        rig.another("two", new Lane("cpu", 4));
        rig.await(submit("y", Priority.NORMAL, "b"), JobState.SUCCEEDED);
        assertThat(List.of(rig.state(first), rig.state(second)))
                .containsExactlyInAnyOrder(JobState.RUNNING, JobState.QUEUED);
        hold.countDown();
        // What publishes the same name twice fails the second time; both have had their turn.
        rig.await(first, JobState.SUCCEEDED, JobState.FAILED);
        rig.await(second, JobState.SUCCEEDED, JobState.FAILED);
    }

    @Test
    void aQueuedJobIsCancelledAtOnce() throws IOException {
        var job = rig.submit("a");
        assertThat(rig.jobs().cancel(job.id()).state()).isEqualTo(JobState.CANCELLED);
        assertThatThrownBy(() -> rig.jobs().cancel(job.id()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.JOB_ENDED));
        rig.submit("b");
        assertThat(order(1)).containsExactly("b");
    }

    @Test
    void aRunningJobIsCancelledInEveryPhaseWithinASecondAndLeavesNothing() throws Exception {
        rig.node(new Lane("cpu", 1));
        for (var phase : Phase.values()) {
            var reached = new CountDownLatch(1);
            rig.work.on("film", attempt -> {
                Files.writeString(attempt.folder(rig.out).resolve("film.part"), "half of it");
                attempt.phase(phase);
                reached.countDown();
                Thread.sleep(60_000);
                return rig.work.made(attempt, "film");
            });
            var job = rig.submit("film");
            reached.await();
            long asked = System.nanoTime();
            rig.jobs().cancel(job.id());
            rig.await(job, JobState.CANCELLED);
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .as(phase.word())
                    .isLessThan(Duration.ofSeconds(1));
            rig.assertNothingLeft();
            assertThat(rig.published()).isEmpty();
        }
    }

    @Test
    void aJobOfAnotherProcessIsCancelledWithinASecond() throws Exception {
        var hold = rig.work.holds("film");
        rig.another("two", new Lane("cpu", 1));
        var job = rig.submit("film");
        rig.await(job, JobState.RUNNING);
        long asked = System.nanoTime();
        rig.jobs().cancel(job.id());
        rig.await(job, JobState.CANCELLED);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
        assertThat(hold.getCount()).isEqualTo(1);
        rig.assertNothingLeft();
    }

    @Test
    void aJobWhoseWorkDoesNotListenIsCancelledAllTheSame() throws Exception {
        var release = new CountDownLatch(1);
        rig.work.on("deaf", attempt -> {
            boolean waits = true;
            while (waits) {
                try {
                    release.await();
                    waits = false;
                } catch (InterruptedException _) {
                    // Deaf.
                }
            }
            return rig.work.made(attempt, "deaf");
        });
        rig.node(new Lane("cpu", 1));
        var job = rig.submit("deaf");
        rig.await(job, JobState.RUNNING);
        long asked = System.nanoTime();
        rig.jobs().cancel(job.id());
        rig.await(job, JobState.CANCELLED);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(1_500));
        release.countDown();
        rig.await(rig.submit("next"), JobState.SUCCEEDED);
        assertThat(rig.published()).containsExactly(rig.out.resolve("next"));
        rig.assertNothingLeft();
    }

    @Test
    void retryingAndSuspendedJobsAreCancelled() throws IOException {
        open(new JobSettings(
                4,
                3,
                new JobSettings.Retry(Duration.ofHours(1), 1, Duration.ofHours(1), 0, Duration.ofDays(1)),
                0,
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                Duration.ofMillis(100),
                Duration.ofSeconds(8),
                Duration.ofDays(1),
                1,
                Duration.ofDays(1),
                1 << 20));
        rig.work.on("bad", _ -> new Ending.Failed(FailureClass.TIMEOUT, "too slow", "wait"));
        rig.work.on("away", _ -> new Ending.Suspended("films", "gone"));
        rig.node(new Lane("cpu", 1));
        var bad = rig.await(rig.submit("bad"), JobState.RETRYING);
        assertThat(bad.retryAt()).isAfter(bad.createdAt().plusSeconds(3_000));
        var away = rig.await(rig.submit("away"), JobState.SUSPENDED);
        assertThat(rig.jobs().cancel(bad.id()).state()).isEqualTo(JobState.CANCELLED);
        assertThat(rig.jobs().cancel(away.id()).state()).isEqualTo(JobState.CANCELLED);
        assertThat(rig.jobs().resume("films")).isZero();
    }

    @Test
    void aDuplicateAsksForTheSameAndASucceededJobIsNotRetried() throws IOException {
        rig.work.on("film", attempt -> rig.work.made(attempt, attempt.job()));
        rig.node(new Lane("cpu", 1));
        var job = rig.await(rig.submit("film"), JobState.SUCCEEDED);
        var again = rig.await(rig.jobs().duplicate(job.id()), JobState.SUCCEEDED);
        assertThat(again.id()).isNotEqualTo(job.id());
        assertThat(again.request()).isEqualTo(rig.jobs().find(job.id()).request());
        assertThatThrownBy(() -> rig.jobs().retry(job.id())).isInstanceOf(ProblemException.class);
    }

    @Test
    void twoWorkersShareTheJobsAndRunEachOnce() throws IOException {
        rig.work.on("x", attempt -> rig.work.made(attempt, attempt.job()));
        rig.node(new Lane("cpu", 4));
        rig.another("two", new Lane("cpu", 4));
        var jobs = new ArrayList<Job>();
        for (int i = 0; i < 100; i++) {
            jobs.add(rig.submit("x"));
        }
        jobs.forEach(
                job -> assertThat(rig.await(job, JobState.SUCCEEDED).attempt()).isEqualTo(1));
        assertThat(rig.work.started).hasSize(100);
        assertThat(rig.published()).hasSize(100);
        rig.assertNothingLeft();
    }

    @Test
    void aSecondWorkerOfTheSameNameIsRefused() throws IOException {
        rig.node(new Lane("cpu", 1));
        assertThatThrownBy(() -> rig.another("one", new Lane("cpu", 1)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("a worker named 'one' runs already");
    }

    @Test
    void aSecondControllerOnTheSameDatabaseIsRefused() throws IOException {
        assertThatThrownBy(rig::secondController)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("another controller uses the database");
    }

    @Test
    void whatEndedLongAgoIsForgottenButNeverAUsersFile() throws IOException {
        var settings = with(0, Duration.ofMinutes(1), Duration.ZERO);
        open(settings);
        rig.work.on("kept", attempt -> {
            var made = Files.writeString(attempt.folder(attempt.keptFolder()).resolve("a"), "a");
            var out = new Output(made, attempt.keptFolder().resolve("a"), false);
            return new Ending.Made(List.of(out), Map.of());
        });
        rig.node(new Lane("cpu", 1));
        var users = rig.await(rig.submit("users"), JobState.SUCCEEDED);
        var kept = rig.await(rig.submit("kept"), JobState.SUCCEEDED);
        var last = rig.await(rig.submit("last"), JobState.SUCCEEDED);
        assertThat(rig.parts().folders().outputs(kept.id()).resolve("a")).exists();
        assertThat(new Retention(rig.database, settings, rig.parts().folders()).forget())
                .isEqualTo(2);
        assertThatThrownBy(() -> rig.jobs().find(users.id())).isInstanceOf(ProblemException.class);
        assertThat(rig.jobs().find(last.id()).label()).isEqualTo("last");
        assertThat(rig.out.resolve("users")).exists();
        assertThat(rig.parts().folders().of(kept.id())).doesNotExist();
        assertThat(rig.parts().folders().of(users.id())).doesNotExist();
    }
}
