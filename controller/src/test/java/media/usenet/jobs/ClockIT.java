package media.usenet.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import media.usenet.database.Backend;
import media.usenet.job.Job;
import media.usenet.job.JobState;
import media.usenet.job.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Clocks that are set while jobs run. On SQLite, which has no other clock than its machine's; the time of
/// PostgreSQL's server comes in at the same place.
class ClockIT {

    private static final Lane LANE = new Lane("cpu", 1);

    @TempDir
    Path folder;

    private static final class Wall implements InstantSource {

        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void a_clock_that_is_set_by_an_hour_takes_no_job_from_the_worker_that_runs_it(int hours) throws IOException {
        var wall = new Wall();
        var others = new Wall();
        try (var rig = new QueueRig(Backend.SQLITE.address(folder), folder, QueueRig.QUICK, wall)) {
            var hold = rig.work.holds("film");
            var job = rig.submit("film");
            rig.node(LANE);
            rig.await(job, JobState.RUNNING);
            rig.another("two", others, LANE);
            // First the one that watches, and a while later the one that is watched.
            others.ahead = Duration.ofHours(hours);
            passes(Duration.ofMillis(3_500));
            wall.ahead = Duration.ofHours(hours);
            passes(Duration.ofSeconds(8));
            hold.countDown();
            assertThat(rig.await(job, JobState.SUCCEEDED).attempt()).isOne();
            assertThat(rig.kinds(job)).containsExactly("queued", "started", "succeeded");
        }
    }

    @Test
    void what_waits_when_the_clock_is_set_back_does_not_wait_for_the_hour_to_come_again() throws IOException {
        var wall = new Wall();
        try (var rig = new QueueRig(Backend.SQLITE.address(folder), folder, QueueRig.QUICK, wall)) {
            Job job = rig.submit("film");
            wall.ahead = Duration.ofHours(-1);
            QueueRig.await("the clock is set", () -> rig.database.now().isBefore(job.createdAt()));
            rig.node(LANE);
            rig.await(job, JobState.SUCCEEDED);
        }
    }

    private static void passes(Duration span) {
        long end = System.nanoTime() + span.toNanos();
        QueueRig.await(span + " pass", () -> System.nanoTime() >= end);
    }
}
