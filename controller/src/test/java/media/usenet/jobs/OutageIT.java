package media.usenet.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import media.usenet.database.Backend;
import media.usenet.database.PrivatePostgres;
import media.usenet.job.Job;
import media.usenet.job.JobState;
import media.usenet.job.Lane;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Databases that go away, are locked, or are full.
class OutageIT {

    @TempDir
    Path folder;

    @Test
    void workGoesOnWhilePostgresqlIsAwayAndAllJobsFinish() throws Exception {
        var postgres = PrivatePostgres.started();
        try (var rig = new QueueRig(postgres.newDatabase(), folder, QueueRig.QUICK)) {
            var hold = rig.work.holds("long");
            rig.node(new Lane("cpu", 2));
            var job = rig.submit("long");
            rig.await(job, JobState.RUNNING);
            postgres.stopAtOnce();
            long asked = System.nanoTime();
            assertThatThrownBy(() -> rig.submit("refused"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem()).isEqualTo(Problem.DATABASE_UNREACHABLE));
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
            // Ended while it is away: what it made is published when it is back.
            hold.countDown();
            postgres.start();
            var done = rig.await(job, JobState.SUCCEEDED);
            assertThat(done.attempt()).isEqualTo(1);
            rig.await(rig.submit("next"), JobState.SUCCEEDED);
            rig.assertNothingLeft();
        }
    }

    @Test
    void aControllerThatStartsBeforePostgresqlWaitsForIt() throws Exception {
        var postgres = PrivatePostgres.started();
        var address = postgres.newDatabase();
        postgres.stopAtOnce();
        try (var rig = new QueueRig(address, folder, QueueRig.QUICK)) {
            rig.node(new Lane("cpu", 1));
            assertThat(rig.database.trouble())
                    .hasValueSatisfying(e -> assertThat(e.detail()).contains("does not answer"));
            postgres.start();
            rig.database.await();
            rig.await(rig.submit("a"), JobState.SUCCEEDED);
        }
    }

    @Test
    void aLockedDatabaseIsSaidWithinFiveSecondsAndTheJobWaits() throws Exception {
        try (var rig = new QueueRig(Backend.SQLITE.address(folder), folder, QueueRig.QUICK);
                var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("controller.db"));
                var statement = other.createStatement()) {
            var hold = rig.work.holds("a");
            rig.node(new Lane("cpu", 1));
            var job = rig.submit("a");
            rig.await(job, JobState.RUNNING);
            statement.execute("begin exclusive");
            long asked = System.nanoTime();
            assertThatThrownBy(() -> rig.submit("b"))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.DATABASE_BUSY));
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(6));
            hold.countDown();
            statement.execute("rollback");
            rig.await(job, JobState.SUCCEEDED);
        }
    }

    @Test
    void aFullDiskRefusesNewJobsAndLosesNoneThatWereAccepted() throws Exception {
        var disk = Files.createDirectories(folder.resolve("disk"));
        Assumptions.assumeTrue(
                new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk.toString())
                                .start()
                                .waitFor()
                        == 0,
                "SKIPPED: cannot mount a small tmpfs: run as root");
        try (var rig = new QueueRig(Backend.SQLITE.address(disk), disk, QueueRig.QUICK)) {
            var hold = rig.work.holds("running");
            rig.node(new Lane("cpu", 1));
            var running = rig.submit("running");
            rig.await(running, JobState.RUNNING);
            var ballast = disk.resolve("ballast");
            fill(ballast);
            var accepted = new ArrayList<Job>();
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 20_000; i++) {
                            accepted.add(rig.submit("next" + accepted.size()));
                        }
                    })
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.DATABASE_FULL));
            hold.countDown();
            Files.delete(ballast);
            rig.await(running, JobState.SUCCEEDED);
            accepted.forEach(job -> rig.await(job, JobState.SUCCEEDED, JobState.RETRYING));
            assertThat(rig.database.<String>read(db ->
                            db.sql("pragma integrity_check").query(String.class).single()))
                    .isEqualTo("ok");
        } finally {
            new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor();
        }
    }

    private static void fill(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[4096]);
            }
        } catch (IOException _) {
            // Full.
        }
    }
}
