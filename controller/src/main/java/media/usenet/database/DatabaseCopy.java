package media.usenet.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import media.usenet.host.ProcessRunner;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.sqlite.SqliteFile;

/// A copy of the controller's own database as it is at one moment, for a backup: of SQLite by its online backup, of
/// PostgreSQL by `pg_dump`.
public final class DatabaseCopy {

    static final String SQLITE = "controller.db";
    static final String POSTGRES = "controller.dump";

    private final DatabaseAddress address;
    private final ProcessRunner programs;

    DatabaseCopy(DatabaseAddress address, ProcessRunner programs) {
        this.address = address;
        this.programs = programs;
    }

    /// Where the database is, for people.
    public String told() {
        return address.told();
    }

    /// What a copy is called, and the only one that fits here.
    public String name() {
        return switch (address) {
            case DatabaseAddress.Sqlite _ -> SQLITE;
            case DatabaseAddress.Postgres _ -> POSTGRES;
        };
    }

    /// Makes the copy, in place of an earlier one.
    ///
    /// @throws ProblemException `DATABASE_FAILED`, with no copy left
    public void make(Path folder) {
        var file = folder.resolve(name());
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.deleteIfExists(file);
            switch (address) {
                case DatabaseAddress.Sqlite sqlite -> new SqliteFile(sqlite.file()).copy(file);
                case DatabaseAddress.Postgres postgres -> new PostgresCopy(postgres, programs).dump(file);
            }
        } catch (IOException | SQLException e) {
            throw new ProblemException(
                    Problem.DATABASE_FAILED,
                    "the database %s cannot be copied: %s".formatted(address.told(), e.getMessage()),
                    "check free space in " + folder,
                    e);
        }
    }
}
