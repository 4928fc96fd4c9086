/// Backups of configuration: made by policy, read back, restored with a plan first, and rehearsed.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "services",
            "catalog",
            "settings",
            "hardware",
            "database",
            "docker",
            "rehearsal",
            "relocation",
            "scope",
            "swap",
            "vault",
            "restore",
            "staging",
            "archive",
            "restic",
            "sqlite",
            "event",
            "http",
            "host",
            "health",
            "problem",
            "yaml"
        })
package media.usenet.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
