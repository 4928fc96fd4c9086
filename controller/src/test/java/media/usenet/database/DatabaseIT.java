package media.usenet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aSchemaOfANewerVersionIsRefused(Backend backend) {
        var address = backend.address(folder);
        try (var database = Database.at(address, true)) {
            database.change(db -> db.sql("""
                    insert into schema_history (installed_rank, version, description, type, script, installed_by,
                        execution_time, success) values (99, '99', 'of the future', 'SQL', 'V99__x.sql', 'me', 1, true)""").update());
        }
        assertThatThrownBy(() -> Database.at(address, true)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.DATABASE_NEWER);
            assertThat(e.remedy()).contains("install that version again");
        });
    }

    @ParameterizedTest
    @EnumSource
    void aWorkerWaitsForTheSchemaThatAControllerMakes(Backend backend) throws Exception {
        var address = backend.address(folder);
        try (var worker = Database.at(address, false)) {
            assertThatThrownBy(() -> worker.read(
                            db -> db.sql("select 1").query(Integer.class).single()))
                    .hasMessageContaining("has not been prepared by a controller");
            try (var controller = Database.at(address, true)) {
                worker.await();
                assertThat(worker.<Integer>read(db -> db.sql("select count(*) from jobs")
                                .query(Integer.class)
                                .single()))
                        .isZero();
                assertThat(controller.trouble()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatFailsInATransactionLeavesNothing(Backend backend) {
        try (var database = Database.at(backend.address(folder), true)) {
            assertThatThrownBy(() -> database.change(db -> {
                        insertNode(db);
                        throw new IllegalStateException("in the middle");
                    }))
                    .hasMessage("in the middle");
            assertThat(nodes(database)).isZero();
        }
    }

    @Test
    void nothingIsWrittenOutsideOfATransactionAfterOneWasRefused() throws Exception {
        try (var database = Database.at(Backend.SQLITE.address(folder), true);
                var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("controller.db"));
                var statement = other.createStatement()) {
            statement.execute("begin immediate");
            assertThatThrownBy(() -> database.change(DatabaseIT::insertNode)).isInstanceOf(ProblemException.class);
            statement.execute("rollback");
            assertThatThrownBy(() -> database.change(db -> {
                        insertNode(db);
                        throw new IllegalStateException("in the middle");
                    }))
                    .hasMessage("in the middle");
            assertThat(nodes(database)).isZero();
        }
    }

    @Test
    void readersOfSqliteDoNotWaitForAWriter() throws Exception {
        try (var database = Database.at(Backend.SQLITE.address(folder), true)) {
            var writing = new CountDownLatch(1);
            var read = new CountDownLatch(1);
            var writer = Thread.ofVirtual()
                    .start(() -> database.change(db -> {
                        insertNode(db);
                        writing.countDown();
                        try {
                            read.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }));
            writing.await();
            assertThat(nodes(database)).isZero();
            read.countDown();
            writer.join();
            assertThat(nodes(database)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theClockIsTheDatabases(Backend backend) {
        try (var database = Database.at(backend.address(folder), true)) {
            assertThat(Duration.between(database.now(), Instant.now()).abs()).isLessThan(Duration.ofSeconds(2));
        }
    }

    private static void insertNode(org.springframework.jdbc.core.simple.JdbcClient db) {
        db.sql("insert into nodes (name, seen_ms, lanes) values ('a', 1, '[]')").update();
    }

    private static int nodes(Database database) {
        return database.read(
                db -> db.sql("select count(*) from nodes").query(Integer.class).single());
    }
}
