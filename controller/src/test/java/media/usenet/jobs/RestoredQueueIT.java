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
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A backup of the queue's database, taken while jobs run and are submitted, is put in its place.
@ParameterizedClass
@EnumSource
class RestoredQueueIT {

    private final Backend backend;

    @TempDir
    Path folder;

    RestoredQueueIT(Backend backend) {
        this.backend = backend;
    }

    @Test
    void what_ran_when_the_backup_was_made_is_run_again_and_what_waited_goes_on() throws Exception {
        var address = backend.address(folder);
        var backup = folder.resolve("backup");
        List<Job> known;
        try (var rig = new QueueRig(address, folder, QueueRig.QUICK)) {
            var hold = rig.work.holds("running");
            rig.node(new Lane("cpu", 1));
            var done = rig.await(rig.submit("done"), JobState.SUCCEEDED);
            var running = rig.submit("running");
            rig.await(running, JobState.RUNNING);
            known = new ArrayList<>(List.of(done, running, rig.submit("waiting")));
            copy(address, backup);
            rig.submit("later");
            assertThat(hold.getCount()).isOne();
        }
        restore(backup, address);
        try (var rig = new QueueRig(address, folder, QueueRig.QUICK)) {
            rig.node(new Lane("cpu", 1));
            for (var job : known) {
                rig.await(job, JobState.SUCCEEDED);
                assertThat(rig.out.resolve(job.label())).hasContent("content of " + job.label());
            }
            assertThat(rig.published()).hasSize(known.size());
            rig.assertNothingLeft();
        }
    }

    private void copy(String address, Path backup) throws Exception {
        switch (backend) {
            case SQLITE -> {
                try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                        var statement = connection.createStatement()) {
                    statement.execute("vacuum into '%s'".formatted(backup));
                }
            }
            case POSTGRESQL -> run("pg_dump", "-Fc", "-f", backup.toString(), address);
        }
    }

    private void restore(Path backup, String address) throws Exception {
        switch (backend) {
            case SQLITE -> {
                Files.deleteIfExists(folder.resolve("controller.db-wal"));
                Files.deleteIfExists(folder.resolve("controller.db-shm"));
                Files.move(backup, file(), StandardCopyOption.REPLACE_EXISTING);
            }
            case POSTGRESQL -> run("pg_restore", "--clean", "--if-exists", "-d", address, backup.toString());
        }
    }

    private Path file() {
        return folder.resolve("controller.db");
    }

    private static void run(String... argv) throws Exception {
        var process = new ProcessBuilder(argv).inheritIO().start();
        assertThat(process.waitFor()).as(argv[0]).isZero();
    }
}
