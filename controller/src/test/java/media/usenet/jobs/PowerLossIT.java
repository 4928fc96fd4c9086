package media.usenet.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import media.usenet.database.Backend;
import media.usenet.job.Job;
import media.usenet.job.JobState;
import media.usenet.job.Lane;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/// The power fails while jobs are taken and run: an ext4 is shut down without its journal being written, so that all
/// that nobody has synced is gone, and mounted again.
class PowerLossIT {

    // linux/fs.h, EXT4_IOC_SHUTDOWN and EXT4_GOING_FLAGS_NOLOGFLUSH
    private static final long SHUTDOWN = 0x8004587DL;
    private static final int WITHOUT_THE_LOG = 2;
    private static final int THREADS = 4;

    private interface C extends Library {
        C LIBRARY = Native.load("c", C.class);

        int open(String path, int flags);

        int ioctl(int file, long request, int[] argument);

        int close(int file);
    }

    @TempDir
    Path folder;

    private Path image;
    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        image = folder.resolve("disk.img");
        disk = Files.createDirectories(folder.resolve("disk"));
        Assumptions.assumeTrue(
                run("truncate", "-s", "64M", image.toString()) == 0
                        && run("mkfs.ext4", "-q", image.toString()) == 0
                        && run("mount", "-o", "loop", image.toString(), disk.toString()) == 0,
                "SKIPPED: cannot mount an ext4 in a file: run as root, with loop devices");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", disk.toString());
    }

    private static int run(String... argv) throws IOException, InterruptedException {
        return new ProcessBuilder(argv).inheritIO().start().waitFor();
    }

    @RepeatedTest(5)
    void every_job_that_was_accepted_is_there_and_ends_with_its_output_whole(RepetitionInfo round) throws Exception {
        var accepted = new ConcurrentLinkedQueue<Job>();
        try (var rig = new QueueRig(Backend.SQLITE.address(disk), disk, QueueRig.QUICK)) {
            rig.node(new Lane("cpu", 2));
            submitting(rig, accepted, 20 + new Random(round.getCurrentRepetition()).nextInt(80));
            cutThePower();
        }
        run("umount", disk.toString());
        assertThat(run("mount", "-o", "loop", image.toString(), disk.toString()))
                .isZero();
        try (var rig = new QueueRig(Backend.SQLITE.address(disk), disk, QueueRig.QUICK)) {
            assertThat(rig.database.<String>read(db ->
                            db.sql("pragma integrity_check").query(String.class).single()))
                    .isEqualTo("ok");
            rig.node(new Lane("cpu", 2));
            for (var job : accepted) {
                rig.await(job, JobState.SUCCEEDED);
                assertThat(rig.out.resolve(job.label())).hasContent("content of " + job.label());
            }
            // Some were taken whose answer never came.
            QueueRig.await("no job is under way", () -> underWay(rig) == 0);
            // The record of a folder stays where the folder itself was never written: its drive might be away.
            rig.assertNoFileLeft();
        }
    }

    private static int underWay(QueueRig rig) {
        return rig.database.<Integer>read(
                db -> db.sql("select count(*) from jobs where state in ('queued', 'running', 'retrying')")
                        .query(Integer.class)
                        .single());
    }

    /// Returns once so many were accepted, while more are under way.
    private static void submitting(QueueRig rig, ConcurrentLinkedQueue<Job> accepted, int enough)
            throws InterruptedException {
        var there = new CountDownLatch(enough);
        for (int number = 0; number < THREADS; number++) {
            var prefix = "job-%d-".formatted(number);
            Thread.ofVirtual().start(() -> {
                for (int next = 0; ; next++) {
                    try {
                        accepted.add(rig.submit(prefix + next));
                        there.countDown();
                    } catch (ProblemException | IllegalStateException | DataAccessException _) {
                        return;
                    }
                }
            });
        }
        there.await();
    }

    private void cutThePower() {
        int file = C.LIBRARY.open(disk.toString(), 0);
        assertThat(C.LIBRARY.ioctl(file, SHUTDOWN, new int[] {WITHOUT_THE_LOG})).isZero();
        C.LIBRARY.close(file);
    }
}
