/// Asks the applications of the stack whether a torrent has a file, and whether anyone watches it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"apps", "catalog", "docker", "problem", "services", "settings", "sqlite", "trash"})
package media.usenet.witness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
