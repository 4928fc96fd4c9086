package media.usenet.sqlite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/// A SQLite database on disk that some other program may be writing at this moment.
public record SqliteFile(Path path) {

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int ALL_PAGES = -1;
    private static final int BUSY_MILLIS = 10_000;
    private static final int PAUSE_MILLIS = 50;
    private static final int TRIES = 200;

    /// What SQLite puts beside a database: they are part of it, never files of their own.
    private static final List<String> COMPANIONS = List.of("-wal", "-shm", "-journal");

    /// Whether the file begins as a database does. An empty file is none: SQLite makes it one when it is first
    /// used.
    public static boolean isOne(Path file) throws IOException {
        if (Files.size(file) < HEADER) {
            return false;
        }
        try (var stream = Files.newInputStream(file)) {
            return Arrays.equals(stream.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /// The database that a file of this name would belong to; itself where it belongs to none.
    public static String owner(String name) {
        return COMPANIONS.stream()
                .filter(name::endsWith)
                .map(end -> name.substring(0, name.length() - end.length()))
                .findFirst()
                .orElse(name);
    }

    /// The file that holds what was written since the last checkpoint.
    public Path log() {
        return path.resolveSibling(path.getFileName() + "-wal");
    }

    /// The file that a transaction in a database without a log is undone from; while it is there, one is under
    /// way.
    public Path rollback() {
        return path.resolveSibling(path.getFileName() + "-journal");
    }

    /// Copies the database as it is after some whole transaction, by SQLite's online backup, in one step: in
    /// steps it would begin anew at each write. With a log nobody waits meanwhile; without one, writers wait
    /// until it is done.
    ///
    /// @param to must not exist
    /// @throws SQLException when this SQLite cannot read it, or a writer never lets go
    public void copy(Path to) throws SQLException {
        try (var connection = open(path, false)) {
            int code = connection
                    .unwrap(SQLiteConnection.class)
                    .getDatabase()
                    .backup("main", to.toString(), null, PAUSE_MILLIS, TRIES, ALL_PAGES);
            if (code != SQLiteErrorCode.SQLITE_OK.code) {
                throw new SQLException("SQLite's backup ended with " + SQLiteErrorCode.getErrorCode(code));
            }
        }
    }

    /// The first value that a query finds, while others may be writing.
    ///
    /// @param query without anything in it that somebody typed
    public Optional<String> first(String query) throws SQLException {
        try (var connection = open(path, false);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }

    /// @param still whether nobody else can be writing it: then no file is made beside it
    static Connection open(Path file, boolean still) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        if (still) {
            config.setReadOnly(true);
            config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        } else {
            // Never makes a database where there is none.
            config.resetOpenMode(SQLiteOpenMode.CREATE);
        }
        var uri = "jdbc:sqlite:file:" + escaped(file) + (still ? "?immutable=1" : "");
        return config.createConnection(uri);
    }

    private static String escaped(Path file) {
        return file.toAbsolutePath()
                .toString()
                .replace("%", "%25")
                .replace("?", "%3f")
                .replace("#", "%23");
    }
}
