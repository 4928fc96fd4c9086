package media.usenet.database;

import javax.sql.DataSource;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/// Brings the schema to what this program needs, with the same statements on both databases. Only a controller
/// does: Flyway on SQLite has no lock, so of several that start at once some would fail.
final class Migrations {

    private final Flyway flyway;

    Migrations(DataSource database) {
        this.flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .table("schema_history")
                .validateMigrationNaming(true)
                .ignoreMigrationPatterns("*:future")
                .load();
    }

    void migrate() {
        refuseNewer();
        flyway.migrate();
    }

    /// Whether the schema is what this program needs.
    ///
    /// @throws ProblemException `DATABASE_NEWER`
    boolean current() {
        refuseNewer();
        return flyway.info().pending().length == 0;
    }

    private void refuseNewer() {
        for (MigrationInfo applied : flyway.info().applied()) {
            if (applied.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new ProblemException(
                        Problem.DATABASE_NEWER,
                        "the database was written by a newer version of this program (schema %s)"
                                .formatted(version(applied.getVersion())),
                        "install that version again, or restore a backup of the database from before it");
            }
        }
    }

    private static String version(MigrationVersion version) {
        return version == null ? "unknown" : version.getVersion();
    }
}
