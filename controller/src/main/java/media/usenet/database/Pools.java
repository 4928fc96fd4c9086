package media.usenet.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// The connections: one writer and some readers of SQLite, one pool for both of PostgreSQL.
record Pools(HikariDataSource writer, HikariDataSource reader) implements AutoCloseable {

    /// A caller over HTTP is answered within 5 s though the database is not there or is locked.
    private static final Duration POSTGRES_PATIENCE = Duration.ofSeconds(3);

    private static final Duration SQLITE_PATIENCE = Duration.ofMillis(2_400);
    private static final int READERS = 4;
    private static final int POSTGRES_CONNECTIONS = 12;

    static Pools of(DatabaseAddress address) {
        return switch (address) {
            case DatabaseAddress.Sqlite sqlite -> sqlite(sqlite.file());
            case DatabaseAddress.Postgres postgres -> postgres(postgres);
        };
    }

    private static Pools sqlite(Path file) {
        makePrivate(file);
        // One: more writers only meet in SQLite's own sleep and retry, at a fifth of the rate.
        var writer = sqlite(file, 1);
        writer.addDataSourceProperty("journal_mode", "WAL");
        writer.addDataSourceProperty("synchronous", "FULL");
        // A transaction that begins as a reader and then writes fails at once where another one has written.
        writer.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        writer.setPoolName("database");
        var reader = sqlite(file, READERS);
        reader.setPoolName("database-readers");
        reader.addDataSourceProperty("query_only", "true");
        return new Pools(new HikariDataSource(writer), new HikariDataSource(reader));
    }

    private static HikariConfig sqlite(Path file, int connections) {
        var pool = new HikariConfig();
        pool.setJdbcUrl("jdbc:sqlite:" + file);
        pool.setMaximumPoolSize(connections);
        pool.setConnectionTimeout(SQLITE_PATIENCE.toMillis());
        pool.setInitializationFailTimeout(-1);
        pool.setMaxLifetime(0);
        pool.setExceptionOverride(new BrokenOff());
        pool.addDataSourceProperty("busy_timeout", String.valueOf(SQLITE_PATIENCE.toMillis()));
        pool.addDataSourceProperty("foreign_keys", "true");
        return pool;
    }

    private static Pools postgres(DatabaseAddress.Postgres address) {
        var pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setJdbcUrl(address.jdbc());
        pool.setUsername(address.user());
        pool.setPassword(address.password());
        pool.setMaximumPoolSize(POSTGRES_CONNECTIONS);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(POSTGRES_PATIENCE.toMillis());
        pool.setValidationTimeout(POSTGRES_PATIENCE.toMillis() / 2);
        pool.setInitializationFailTimeout(-1);
        // The server may vanish without a word: a read that gets none fails rather than to wait for ever.
        Map.of("connectTimeout", "3", "socketTimeout", "30", "tcpKeepAlive", "true", "ApplicationName", "usenet")
                .forEach(pool::addDataSourceProperty);
        var connections = new HikariDataSource(pool);
        return new Pools(connections, connections);
    }

    /// SQLite gives its journal files the mode of the database.
    private static void makePrivate(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN,
                    "cannot make the database %s: %s".formatted(file, e.getMessage()),
                    "check the permissions and the free space of its folder",
                    e);
        }
    }

    @Override
    public void close() {
        writer.close();
        reader.close();
    }
}
