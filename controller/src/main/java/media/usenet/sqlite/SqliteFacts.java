package media.usenet.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a copy of a database says of itself.
///
/// @param integrity `ok`, or the first things that SQLite's `integrity_check` found
/// @param schema how far the application has migrated its tables; empty where it keeps no record that is known
public record SqliteFacts(String integrity, Optional<String> schema, int userVersion, String journalMode) {

    private static final int MOST_ERRORS = 3;
    private static final int JOURNAL_BYTE = 18;

    /// Where applications write down their migrations: FluentMigrator (the Sonarr family), Entity Framework
    /// (Jellyfin, Kavita), Alembic (Bazarr), TypeORM (Seerr), Flyway (Komga, this program), Drizzle,
    /// golang-migrate (Stash).
    private static final List<Ledger> LEDGERS = List.of(
            new Ledger("VersionInfo", "SELECT max(Version) FROM VersionInfo"),
            new Ledger("__EFMigrationsHistory", "SELECT max(MigrationId) FROM __EFMigrationsHistory"),
            new Ledger("alembic_version", "SELECT version_num FROM alembic_version"),
            new Ledger(
                    "flyway_schema_history", "SELECT version FROM flyway_schema_history ORDER BY installed_rank DESC"),
            new Ledger("schema_history", "SELECT version FROM schema_history ORDER BY installed_rank DESC"),
            new Ledger("schema_migrations", "SELECT max(version) FROM schema_migrations"),
            new Ledger("__drizzle_migrations", "SELECT max(created_at) FROM __drizzle_migrations"),
            new Ledger("migrations", "SELECT max(name) FROM migrations"));

    private record Ledger(String table, String query) {}

    public boolean sound() {
        return integrity.equals("ok");
    }

    /// Reads a copy that nobody else has open. Changes nothing, and makes no file beside it.
    ///
    /// @throws SQLException for what is no database at all
    public static SqliteFacts of(Path copy) throws SQLException {
        try (var connection = SqliteFile.open(copy, true)) {
            return new SqliteFacts(
                    integrity(connection),
                    schema(connection),
                    Integer.parseInt(first(connection, "PRAGMA user_version").orElse("0")),
                    journalMode(copy));
        }
    }

    /// How far a database that may be written at this moment is migrated; empty where it keeps no known record.
    public static Optional<String> schemaOf(SqliteFile live) throws SQLException {
        try (var connection = SqliteFile.open(live.path(), false)) {
            return schema(connection);
        }
    }

    private static String integrity(Connection connection) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA integrity_check(%d)".formatted(MOST_ERRORS))) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found.stream().collect(Collectors.joining("; "));
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Optional<String> schema(Connection connection) throws SQLException {
        for (var candidate : LEDGERS) {
            var there = first(
                    connection,
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name = '%s'".formatted(candidate.table()));
            if (there.isPresent()) {
                return recorded(connection, candidate);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> recorded(Connection connection, Ledger candidate) {
        try {
            return first(connection, candidate.query()).map(version -> candidate.table() + " " + version);
        } catch (SQLException _) {
            // A table of that name with other columns: another application's, of which nothing is known.
            return Optional.empty();
        }
    }

    private static Optional<String> first(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }

    /// From the header: opened as immutable, SQLite says `off` of every database.
    private static String journalMode(Path copy) throws SQLException {
        try (var file = Files.newInputStream(copy)) {
            return file.readNBytes(JOURNAL_BYTE + 1)[JOURNAL_BYTE] == 2 ? "wal" : "delete";
        } catch (IOException e) {
            throw new SQLException("cannot read " + copy, e);
        }
    }
}
