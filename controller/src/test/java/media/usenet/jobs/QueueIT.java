package media.usenet.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import media.usenet.database.Backend;
import media.usenet.history.JobFilter;
import media.usenet.job.FailureClass;
import media.usenet.job.Idempotency;
import media.usenet.job.JobError;
import media.usenet.job.JobLog;
import media.usenet.job.JobState;
import media.usenet.job.Lane;
import media.usenet.job.Submission;
import media.usenet.problem.ProblemException;
import media.usenet.publish.Output;
import media.usenet.worker.Ending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class QueueIT {

    private final Backend backend;

    @TempDir
    Path folder;

    private QueueRig rig;

    QueueIT(Backend backend) {
        this.backend = backend;
    }

    @BeforeEach
    void open() throws IOException {
        rig = new QueueRig(backend.address(folder), folder, QueueRig.QUICK);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void anAcceptedJobRunsAndPublishesItsOutput() throws IOException {
        rig.node(new Lane("cpu", 1));
        var job = rig.await(rig.submit("film.mp4"), JobState.SUCCEEDED, JobState.DEAD);
        assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.attempt()).isEqualTo(1);
        assertThat(job.result()).containsEntry("made", 1);
        assertThat(job.outputs()).singleElement().satisfies(output -> {
            assertThat(output.path()).isEqualTo(rig.out.resolve("film.mp4")).hasContent("content of film.mp4");
            assertThat(output.bytes()).isEqualTo(19);
            assertThat(output.sha256()).hasSize(64);
        });
        assertThat(rig.kinds(job)).containsExactly("queued", "started", "succeeded");
        rig.assertNothingLeft();
        assertThat(Files.readString(rig.parts().folders().of(job.id()).resolve(JobLog.NAME)))
                .contains("attempt 1 on one, lane cpu")
                .contains("1 output in ");
    }

    @Test
    void aJobWaitsForALaneThatNoWorkerHas() {
        var node = rig.node(new Lane("cpu", 1));
        var job = rig.jobs()
                .submit(Submission.of(
                        "test", "a", "nvenc:0", QueueRig.submission("a").request()));
        rig.await(rig.submit("b"), JobState.SUCCEEDED);
        assertThat(rig.state(job)).isEqualTo(JobState.QUEUED);
        node.lanes(List.of(new Lane("cpu", 1), new Lane("nvenc:0", 1)));
        rig.await(job, JobState.SUCCEEDED);
    }

    @Test
    void noMoreJobsRunAtOnceThanTheLaneHasSlots() {
        rig.node(new Lane("cpu", 2));
        var hold = rig.work.holds("x");
        var jobs = IntStream.range(0, 5).mapToObj(_ -> rig.submit("x")).toList();
        QueueRig.await("two run", () -> rig.work.started.size() == 2);
        rig.await(
                rig.jobs()
                        .submit(Submission.of(
                                "test", "y", "cpu", QueueRig.submission("y").request())),
                JobState.QUEUED);
        assertThat(rig.work.started).hasSize(2);
        assertThat(jobs.stream().filter(job -> rig.state(job) == JobState.RUNNING))
                .hasSize(2);
        jobs.forEach(job -> rig.jobs().cancel(job.id()));
        hold.countDown();
        jobs.forEach(job -> rig.await(job, JobState.CANCELLED));
    }

    @Test
    void aFailureThatMayPassIsRetriedUntilItHasBeenTriedOftenEnough() {
        rig.work.on("bad", _ -> new Ending.Failed(FailureClass.NETWORK, "no answer", "wait"));
        rig.node(new Lane("cpu", 1));
        var job = rig.await(rig.submit("bad"), JobState.DEAD);
        assertThat(job.attempt()).isEqualTo(4);
        assertThat(job.error()).isEqualTo(new JobError(FailureClass.NETWORK, "no answer", "wait"));
        assertThat(rig.kinds(job))
                .containsExactly(
                        "queued",
                        "started",
                        "retrying",
                        "started",
                        "retrying",
                        "started",
                        "retrying",
                        "started",
                        "dead");
        rig.work.on("bad", attempt -> rig.work.made(attempt, "good"));
        rig.jobs().retry(job.id());
        assertThat(rig.await(job, JobState.SUCCEEDED).error()).isNull();
    }

    @Test
    void aFailureThatStaysIsNotRetried() {
        rig.work.on("bad", _ -> new Ending.Failed(FailureClass.VALIDATION, "no such codec", "use another"));
        rig.node(new Lane("cpu", 1));
        var job = rig.await(rig.submit("bad"), JobState.FAILED);
        assertThat(job.attempt()).isEqualTo(1);
        assertThat(rig.work.started).hasSize(1);
    }

    @Test
    void workThatThrowsFailsAsTheWorkersFault() {
        rig.work.on("bug", _ -> {
            throw new IllegalStateException("a bug");
        });
        rig.node(new Lane("cpu", 1));
        var job = rig.await(rig.submit("bug"), JobState.DEAD);
        assertThat(job.error()).extracting(JobError::failure).isEqualTo(FailureClass.WORKER);
        rig.assertNothingLeft();
    }

    @Test
    void aJobThatAnotherLaneIsToRunUsesUpNoAttempt() {
        rig.work.on(
                "hop",
                attempt -> attempt.lane().equals("cpu")
                        ? new Ending.Elsewhere("gpu", "it is faster")
                        : rig.work.made(attempt, "hop"));
        rig.node(new Lane("cpu", 1), new Lane("gpu", 1));
        var job = rig.await(rig.submit("hop"), JobState.SUCCEEDED);
        assertThat(job.lane()).isEqualTo("gpu");
        assertThat(job.attempt()).isEqualTo(1);
        assertThat(rig.kinds(job)).containsExactly("queued", "started", "moved", "started", "succeeded");
    }

    @Test
    void aJobWhoseDriveIsGoneWaitsForIt() {
        rig.work.on("away", _ -> new Ending.Suspended("films", "the drive films is gone"));
        rig.node(new Lane("cpu", 1));
        var job = rig.await(rig.submit("away"), JobState.SUSPENDED);
        assertThat(job.slot()).isEqualTo("films");
        assertThat(job.attempt()).isZero();
        assertThat(rig.jobs().resume("other")).isZero();
        rig.work.on("away", attempt -> rig.work.made(attempt, "away"));
        assertThat(rig.jobs().resume("films")).isEqualTo(1);
        assertThat(rig.await(job, JobState.SUCCEEDED).attempt()).isEqualTo(1);
    }

    @Test
    void jobsThatNeedADriveThatGoesAreSuspendedBeforeTheyBegin() {
        var needing = rig.jobs().submit(QueueRig.submission("a").needing(Set.of("films")));
        var other = rig.submit("b");
        assertThat(rig.jobs().suspend("films")).isEqualTo(1);
        rig.node(new Lane("cpu", 1));
        rig.await(other, JobState.SUCCEEDED);
        assertThat(rig.state(needing)).isEqualTo(JobState.SUSPENDED);
        rig.jobs().resume("films");
        rig.await(needing, JobState.SUCCEEDED);
    }

    @Test
    void whatStandsAtTheTargetIsNeverReplacedUnasked() throws IOException {
        Files.writeString(rig.out.resolve("two"), "the user's own");
        rig.work.on("x", attempt -> rig.work.made(attempt, "one", "two"));
        rig.node(new Lane("cpu", 1));
        var job = rig.await(rig.submit("x"), JobState.FAILED);
        assertThat(job.error()).extracting(JobError::detail).asString().contains("two exists");
        assertThat(rig.out.resolve("two")).hasContent("the user's own");
        assertThat(rig.published()).containsExactly(rig.out.resolve("two"));
        rig.assertNothingLeft();
    }

    @Test
    void aFolderIsPublishedAsAWholeAndReplacedWhenAsked() throws IOException {
        rig.work.on("hls", attempt -> {
            var made = attempt.folder(rig.out).resolve("film");
            Files.createDirectories(made.resolve("video"));
            Files.writeString(made.resolve("index.m3u8"), "list " + attempt.job());
            Files.writeString(made.resolve("video/0.ts"), "segment");
            return new Ending.Made(List.of(new Output(made, rig.out.resolve("film"), true)), Map.of());
        });
        rig.node(new Lane("cpu", 1));
        rig.await(rig.submit("hls"), JobState.SUCCEEDED);
        Files.writeString(rig.out.resolve("film/stale.ts"), "of the old one");
        var second = rig.await(rig.submit("hls"), JobState.SUCCEEDED);
        assertThat(rig.out.resolve("film/index.m3u8")).hasContent("list " + second.id());
        assertThat(rig.out.resolve("film/stale.ts")).doesNotExist();
        assertThat(second.outputs().getFirst().folder()).isTrue();
        rig.assertNothingLeft();
    }

    @Test
    void aLinkThatAProgramMadeIsNotPublished() throws IOException {
        rig.work.on("evil", attempt -> {
            var link = Files.createSymbolicLink(attempt.folder(rig.out).resolve("a"), Path.of("/etc/passwd"));
            return new Ending.Made(List.of(new Output(link, rig.out.resolve("a"), false)), Map.of());
        });
        rig.node(new Lane("cpu", 1));
        assertThat(rig.await(rig.submit("evil"), JobState.DEAD).error()).isNotNull();
        assertThat(rig.published()).isEmpty();
    }

    @Test
    void aHundredParallelSubmitsWithOneKeyAreOneJob() {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var once = Idempotency.of("key", "abc", "/v1/transcode", new byte[] {1});
            var ids = IntStream.range(0, 100)
                    .mapToObj(_ -> callers.submit(() -> rig.jobs()
                            .submit(QueueRig.submission("a").once(once))
                            .id()))
                    .toList()
                    .stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .distinct()
                    .toList();
            assertThat(ids).hasSize(1);
        }
        assertThat(rig.jobs().page(JobFilter.ALL, "createdAt", 1, 10).total()).isEqualTo(1);
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        rig.jobs().submit(QueueRig.submission("a").once(Idempotency.of("key", "abc", "/v1/transcode", new byte[] {1})));
        var other = QueueRig.submission("b").once(Idempotency.of("key", "abc", "/v1/transcode", new byte[] {2}));
        assertThatThrownBy(() -> rig.jobs().submit(other))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("was used for another request");
        var elsewhere = QueueRig.submission("b").once(Idempotency.of("other", "abc", "/v1/transcode", new byte[] {2}));
        assertThat(rig.jobs().submit(elsewhere).label()).isEqualTo("b");
    }

    @Test
    void aKindOfJobThatNobodyCanDoIsRefused() {
        assertThatThrownBy(() -> rig.jobs()
                        .submit(Submission.of(
                                "nonsense", "a", "cpu", QueueRig.submission("a").request())))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("there is no kind of job 'nonsense'");
    }
}
