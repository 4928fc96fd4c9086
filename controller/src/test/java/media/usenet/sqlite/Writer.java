package media.usenet.sqlite;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/// Writes a database in WAL mode without pause. Each transaction moves an amount from one row to another: the
/// sum of all rows is the same after every whole transaction, and after no torn one.
public final class Writer implements AutoCloseable {

    public static final int ROWS = 1_000;
    private static final int START = 100;

    private final Path file;
    private final AtomicLong written = new AtomicLong();
    private final Thread thread;
    private volatile boolean ended;

    private Writer(Path file) {
        this.file = file;
        this.thread = Thread.ofPlatform().name("writer-" + file.getFileName()).unstarted(this::write);
    }

    public static Writer on(Path file) throws SQLException {
        make(file);
        var writer = new Writer(file);
        writer.thread.start();
        while (writer.written.get() < 10 && writer.thread.isAlive()) {
            Thread.onSpinWait();
        }
        return writer;
    }

    public static void make(Path file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = wal");
            statement.execute("CREATE TABLE IF NOT EXISTS VersionInfo (Version INTEGER)");
            statement.execute("CREATE TABLE account (id INTEGER PRIMARY KEY, amount INTEGER, filling TEXT)");
            statement.execute("CREATE INDEX by_amount ON account (amount)");
            statement.execute("INSERT INTO VersionInfo VALUES (217)");
            connection.setAutoCommit(false);
            for (int row = 0; row < ROWS; row++) {
                statement.execute("INSERT INTO account VALUES (%d, %d, '%s')".formatted(row, START, "x".repeat(400)));
            }
            connection.commit();
        }
    }

    private void write() {
        var random = new Random(7);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 20000");
            statement.execute("PRAGMA synchronous = normal");
            while (!ended) {
                statement.execute("BEGIN IMMEDIATE");
                var filling = Long.toHexString(random.nextLong()).repeat(25);
                for (int row = 0; row < 20; row++) {
                    statement.execute("UPDATE account SET amount = amount - 3, filling = '%s' WHERE id = %d"
                            .formatted(filling, random.nextInt(ROWS)));
                    statement.execute("UPDATE account SET amount = amount + 3 WHERE id = " + random.nextInt(ROWS));
                }
                statement.execute("COMMIT");
                written.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public long transactions() {
        return written.get();
    }

    /// Whether the copy stands after a whole transaction.
    public static boolean isWhole(Path copy) throws SQLException {
        try (var connection = SqliteFile.open(copy, true);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT sum(amount), count(*) FROM account")) {
            return rows.getLong(1) == (long) ROWS * START && rows.getInt(2) == ROWS;
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a writer ends", e);
        }
    }
}
