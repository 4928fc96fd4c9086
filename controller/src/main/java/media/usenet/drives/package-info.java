/// Drives that come and go: which one is whose, what is mounted where, and what becomes of it when it is pulled.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "docker",
            "effect",
            "event",
            "health",
            "holders",
            "host",
            "linux",
            "mover",
            "pool",
            "problem",
            "settings",
            "smart",
            "storage",
            "superblock",
            "swap",
            "union"
        })
package media.usenet.drives;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
