/// Asks the applications of the stack whether a torrent has a file, whether anyone watches it, and who did.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "apps",
            "catalog",
            "docker",
            "problem",
            "services",
            "settings",
            "sqlite",
            "trash",
            "watched"
        })
package media.usenet.witness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
