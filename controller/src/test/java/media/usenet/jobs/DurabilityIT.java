package media.usenet.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import media.usenet.database.Backend;
import media.usenet.job.Job;
import media.usenet.job.JobError;
import media.usenet.job.JobState;
import media.usenet.job.Lane;
import media.usenet.problem.ProblemException;
import media.usenet.publish.Content;
import media.usenet.publish.FailPoints;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Workers that die at every step there is.
@ParameterizedClass
@EnumSource
class DurabilityIT {

    private static final List<String> STEPS = List.of(
            "picked",
            "claimed",
            "working",
            "worked",
            "staging",
            "before intent",
            "after intent",
            "placed 0",
            "placed 1",
            "before end",
            "ended");

    private final Backend backend;

    @TempDir
    Path folder;

    private String address;
    private QueueRig rig;

    DurabilityIT(Backend backend) {
        this.backend = backend;
    }

    @BeforeEach
    void open() throws IOException {
        address = backend.address(folder);
        rig = new QueueRig(address, folder, QueueRig.QUICK);
        rig.work.on("film", attempt -> rig.work.made(attempt, "film.mp4", "film.srt"));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aWorkerThatDiesAtAnyStepLosesNothingAndDoublesNothing() throws Exception {
        for (var step : STEPS) {
            var job = rig.submit("film");
            QueueProcess.awaitDeath(QueueProcess.start(address, folder, "one", step));
            finish(job, step);
        }
    }

    @Test
    void aRecoveryThatDiesIsRecovered() throws Exception {
        for (var step : List.of("recovery", "recovered 0", "recovered 1", "before end")) {
            var job = rig.submit("film");
            QueueProcess.awaitDeath(QueueProcess.start(address, folder, "one", "placed 0"));
            QueueProcess.awaitDeath(QueueProcess.start(address, folder, "one", step));
            finish(job, step);
        }
    }

    private void finish(Job job, String step) throws IOException {
        try (var node = rig.parts("one", rig.database, FailPoints.NONE).node()) {
            node.lanes(List.of(new Lane("cpu", 1)));
            node.start();
            var ended = rig.await(job, JobState.SUCCEEDED, JobState.FAILED, JobState.DEAD);
            assertThat(ended.state()).as(step + ": " + ended.error()).isEqualTo(JobState.SUCCEEDED);
            QueueRig.await("swept after " + step, () -> rig.parts().live().all().isEmpty());
        }
        assertThat(rig.published())
                .as(step)
                .containsExactlyInAnyOrder(rig.out.resolve("film.mp4"), rig.out.resolve("film.srt"));
        for (var output : rig.jobs().find(job.id()).outputs()) {
            assertThat(Content.of(output.path()).sha256()).isEqualTo(output.sha256());
            java.nio.file.Files.delete(output.path());
        }
        rig.assertNothingLeft();
        assertThat(rig.kinds(job)).as(step).endsWith("succeeded").containsOnlyOnce("succeeded");
    }

    @Test
    void aJobThatKillsItsWorkersIsDeadAfterThree() throws Exception {
        var job = rig.submit("poison");
        var other = rig.submit("film");
        for (int death = 1; death <= 3; death++) {
            QueueProcess.awaitDeath(QueueProcess.start(address, folder, "one", "never"));
        }
        rig.node(new Lane("cpu", 1));
        assertThat(rig.await(job, JobState.DEAD).error())
                .extracting(JobError::detail)
                .isEqualTo("3 workers died while they ran this job");
        rig.await(other, JobState.SUCCEEDED);
    }

    @Test
    void anotherWorkerTakesOverTheJobOfOneThatWasKilled() throws Exception {
        var job = rig.submit("hang");
        var process = QueueProcess.start(address, folder, "other", "never");
        rig.await(job, JobState.RUNNING);
        rig.work.on("hang", attempt -> rig.work.made(attempt, "hang"));
        rig.node(new Lane("cpu", 1));
        process.destroyForcibly().waitFor();
        long killed = System.nanoTime();
        var done = rig.await(job, JobState.SUCCEEDED);
        var took = Duration.ofNanos(System.nanoTime() - killed);
        System.getLogger("test").log(System.Logger.Level.INFO, "taken over after {0}", took);
        assertThat(took).isLessThan(Duration.ofSeconds(20));
        assertThat(done.attempt()).isEqualTo(2);
        assertThat(rig.kinds(done)).containsExactly("queued", "started", "lost", "started", "succeeded");
        rig.assertNothingLeft();
    }

    @Test
    void aWorkerThatStopsGivesItsJobsBackAtOnce() throws Exception {
        var job = rig.submit("hang");
        var process = QueueProcess.start(address, folder, "other", "never");
        rig.await(job, JobState.RUNNING);
        rig.work.on("hang", attempt -> rig.work.made(attempt, "hang"));
        rig.node(new Lane("cpu", 1));
        process.destroy();
        process.waitFor();
        var done = rig.await(job, JobState.SUCCEEDED);
        assertThat(done.attempt()).isEqualTo(1);
        assertThat(rig.kinds(done)).containsExactly("queued", "started", "released", "started", "succeeded");
        rig.assertNothingLeft();
    }

    @Test
    void aWorkerThatSleepsThroughItsLeasePublishesNothing() throws Exception {
        var job = rig.submit("hang");
        var process = QueueProcess.start(address, folder, "other", "never");
        rig.await(job, JobState.RUNNING);
        var pid = String.valueOf(process.pid());
        stop(pid);
        rig.work.on("hang", attempt -> rig.work.made(attempt, "hang"));
        rig.node(new Lane("cpu", 1));
        rig.await(job, JobState.SUCCEEDED);
        new ProcessBuilder("kill", "-CONT", pid).start().waitFor();
        var log = folder.resolve("worker.log");
        QueueRig.await("it notices", () -> read(log).contains("ended without effect"));
        process.destroyForcibly().waitFor();
        assertThat(rig.published()).containsExactly(rig.out.resolve("hang"));
        assertThat(rig.kinds(job)).containsOnlyOnce("succeeded");
    }

    /// A process that sleeps in the middle of a write holds SQLite's only lock, and everybody else up: that is
    /// another matter, so it is let go on until it has none.
    private void stop(String pid) throws Exception {
        while (true) {
            new ProcessBuilder("kill", "-STOP", pid).start().waitFor();
            try {
                rig.database.change(
                        db -> db.sql("update jobs set id = id where 1 = 0").update());
                return;
            } catch (ProblemException _) {
                new ProcessBuilder("kill", "-CONT", pid).start().waitFor();
            }
        }
    }

    private static String read(Path file) {
        try {
            return java.nio.file.Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
