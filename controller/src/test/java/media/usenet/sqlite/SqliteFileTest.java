package media.usenet.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {

    @TempDir
    private Path folder;

    @Test
    void aDatabaseThatIsWrittenIsCopiedAfterAWholeTransaction() throws Exception {
        var file = folder.resolve("sonarr.db");
        try (var writer = Writer.on(file)) {
            for (int copy = 0; copy < 10; copy++) {
                long before = writer.transactions();
                var to = folder.resolve("copy" + copy);
                new SqliteFile(file).copy(to);
                assertThat(SqliteFacts.of(to).integrity()).isEqualTo("ok");
                assertThat(Writer.isWhole(to)).isTrue();
                while (writer.transactions() == before) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    @Test
    void aCopySaysHowFarTheApplicationHadMigratedIt() throws Exception {
        var file = folder.resolve("sonarr.db");
        Writer.make(file);
        new SqliteFile(file).copy(folder.resolve("copy"));
        var facts = SqliteFacts.of(folder.resolve("copy"));
        assertThat(facts.schema()).hasValue("VersionInfo 217");
        assertThat(facts.journalMode()).isEqualTo("wal");
        assertThat(folder.resolve("copy-wal")).doesNotExist();
    }

    @Test
    void aDatabaseAtRestGetsNoCompanions() throws Exception {
        var file = folder.resolve("sonarr.db");
        Writer.make(file);
        var before = Files.readAllBytes(file);
        new SqliteFile(file).copy(folder.resolve("copy"));
        assertThat(folder.resolve("sonarr.db-wal")).doesNotExist();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aDamagedDatabaseIsNotSound() throws Exception {
        var file = folder.resolve("sonarr.db");
        Writer.make(file);
        var bytes = Files.readAllBytes(file);
        for (int at = 8_192; at < 60_000; at++) {
            bytes[at] = 0x41;
        }
        Files.write(file, bytes);
        assertThat(SqliteFacts.of(file).sound()).isFalse();
    }

    @Test
    void whatIsNoDatabaseIsTold() throws IOException {
        var file = Files.write(folder.resolve("bolt.db"), new byte[8192]);
        assertThat(SqliteFile.isOne(file)).isFalse();
        assertThatThrownBy(() -> SqliteFacts.of(Files.writeString(folder.resolve("x"), "not a database ".repeat(99))))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> new SqliteFile(folder.resolve("absent")).copy(folder.resolve("copy")))
                .isInstanceOf(SQLException.class);
        assertThat(folder.resolve("absent")).doesNotExist();
    }

    @Test
    void aWriterWithoutALogIsWaitedFor() throws Exception {
        var file = folder.resolve("old.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a)");
            statement.execute("BEGIN EXCLUSIVE");
            statement.execute("INSERT INTO t VALUES (1)");
            var copying = Thread.ofVirtual().start(() -> {
                try {
                    new SqliteFile(file).copy(folder.resolve("copy"));
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(copying.join(java.time.Duration.ofMillis(200))).isFalse();
            statement.execute("COMMIT");
            copying.join();
        }
        assertThat(SqliteFacts.of(folder.resolve("copy")).journalMode()).isEqualTo("delete");
    }

    @Test
    void companionsBelongToTheirDatabase() {
        assertThat(SqliteFile.owner("a.db-wal")).isEqualTo("a.db");
        assertThat(SqliteFile.owner("a.db")).isEqualTo("a.db");
    }
}
