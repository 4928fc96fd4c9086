/// The database: SQLite in the state folder, or PostgreSQL where the environment names one; connections and
/// migrations.
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "health", "host", "sqlite", "postgres", "swap"})
package media.usenet.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
