package media.usenet.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import media.usenet.database.Backend;
import media.usenet.job.Job;
import media.usenet.job.JobState;
import media.usenet.job.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup of the queue's database, taken while jobs run and are submitted, is put in its place.
class RestoredQueueIT {

    @TempDir
    Path folder;

    @Test
    void what_ran_when_the_backup_was_made_is_run_again_and_what_waited_goes_on() throws Exception {
        var database = folder.resolve("controller.db");
        var backup = folder.resolve("backup.db");
        List<Job> known;
        try (var rig = new QueueRig(Backend.SQLITE.address(folder), folder, QueueRig.QUICK)) {
            var hold = rig.work.holds("running");
            rig.node(new Lane("cpu", 1));
            var done = rig.await(rig.submit("done"), JobState.SUCCEEDED);
            var running = rig.submit("running");
            rig.await(running, JobState.RUNNING);
            known = new ArrayList<>(List.of(done, running, rig.submit("waiting")));
            copy(database, backup);
            rig.submit("later");
            assertThat(hold.getCount()).isOne();
        }
        Files.deleteIfExists(folder.resolve("controller.db-wal"));
        Files.deleteIfExists(folder.resolve("controller.db-shm"));
        Files.move(backup, database, StandardCopyOption.REPLACE_EXISTING);
        try (var rig = new QueueRig(Backend.SQLITE.address(folder), folder, QueueRig.QUICK)) {
            rig.node(new Lane("cpu", 1));
            for (var job : known) {
                rig.await(job, JobState.SUCCEEDED);
                assertThat(rig.out.resolve(job.label())).hasContent("content of " + job.label());
            }
            assertThat(rig.published()).hasSize(known.size());
            rig.assertNothingLeft();
        }
    }

    private static void copy(Path database, Path backup) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            statement.execute("vacuum into '%s'".formatted(backup));
        }
    }
}
