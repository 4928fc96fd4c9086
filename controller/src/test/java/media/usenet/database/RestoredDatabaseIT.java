package media.usenet.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import media.usenet.swap.NextStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The controller's own database, copied while it is open, changed, and put back by the next start.
class RestoredDatabaseIT {

    @TempDir
    private Path state;

    private final Recorder programs = new Recorder();

    @Test
    void sqliteIsCopiedWhileItIsOpenAndBackAfterTheNextStart() throws IOException {
        isBack(new DatabaseAddress.Sqlite(state.resolve("controller.db")));

        assertThat(state.resolve("controller.db.before")).isNotEmptyFile();
        assertThat(programs.commands).isEmpty();
    }

    @Test
    void postgresIsCopiedWhileItIsOpenAndBackAfterTheNextStart() throws IOException {
        var url = PrivatePostgres.shared().newDatabase();
        isBack(DatabaseAddress.of(url, state));

        assertThat(programs.commands).extracting(Command::program).containsExactly("pg_dump", "pg_dump", "pg_restore");
        assertThat(programs.commands).allSatisfy(command -> {
            assertThat(command.argv()).noneMatch(word -> word.contains("not-asked-for"));
            assertThat(command.environment()).containsEntry("PGPASSWORD", "not-asked-for");
        });
    }

    @Test
    void postgresThatIsDownIsRestoredByTheFirstStartThatFindsItUp() throws IOException {
        var server = PrivatePostgres.started();
        var address = DatabaseAddress.of(server.newDatabase(), state);
        var waiting = changedSinceItsCopyWaits(address);
        server.stopAtOnce();

        // The controller starts without its database, and has it once the server answers: as it was.
        opened(address).close();
        assertThat(waiting).isNotEmptyFile();

        server.start();
        try (var database = opened(address)) {
            assertThat(mark(database)).isEqualTo("then");
        }
        assertThat(waiting).doesNotExist();
    }

    private void isBack(DatabaseAddress address) throws IOException {
        changedSinceItsCopyWaits(address);

        try (var database = opened(address)) {
            assertThat(mark(database)).isEqualTo("then");
            database.change(db -> db.sql("UPDATE marks SET word = 'later'").update());
        }
        try (var database = opened(address)) {
            assertThat(mark(database)).as("put back once").isEqualTo("later");
        }
    }

    private Path changedSinceItsCopyWaits(DatabaseAddress address) throws IOException {
        var copy = new DatabaseCopy(address, programs);
        var nextStart = new NextStart(state);
        try (var database = opened(address)) {
            database.change(
                    db -> db.sql("CREATE TABLE marks (word varchar(20))").update());
            database.change(db -> db.sql("INSERT INTO marks VALUES ('then')").update());
            copy.make(state.resolve("copy"));
            database.change(db -> db.sql("UPDATE marks SET word = 'now'").update());
        }
        Files.createDirectories(nextStart.place("x").getParent());
        return Files.move(state.resolve("copy").resolve(copy.name()), nextStart.place(copy.name()));
    }

    @Test
    void oneThatThisProgramCannotOpenGoesAndTheOneBeforeComesBack() throws IOException {
        var file = state.resolve("controller.db");
        var address = new DatabaseAddress.Sqlite(file);
        try (var database = opened(address)) {
            database.change(
                    db -> db.sql("CREATE TABLE marks (word varchar(20))").update());
            database.change(db -> db.sql("INSERT INTO marks VALUES ('before')").update());
        }
        var waiting = new NextStart(state).place(DatabaseCopy.SQLITE);
        Files.createDirectories(waiting.getParent());
        Files.writeString(waiting, "no database at all, but long enough to be looked at as if it were one. ".repeat(9));

        try (var database = opened(address)) {
            assertThat(mark(database)).isEqualTo("before");
        }
        assertThat(state.resolve("controller.db.refused")).exists();
    }

    private Database opened(DatabaseAddress address) {
        return new RestoredDatabase(address, new NextStart(state), programs).open(() -> new Database(address, true));
    }

    private static String mark(Database database) {
        return database.read(
                db -> db.sql("SELECT word FROM marks").query(String.class).single());
    }

    /// Runs the real programs, and remembers what they were asked.
    private static final class Recorder implements ProcessRunner {

        private final List<Command> commands = new ArrayList<>();
        private final HostProcessRunner real = new HostProcessRunner();

        @Override
        public Outcome run(Command command, Consumer<String> onErrorLine) {
            commands.add(command);
            return real.run(command, onErrorLine);
        }
    }
}
