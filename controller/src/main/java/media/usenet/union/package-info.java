/// Slots as one tree through mergerfs, and the hold while one of them is missing.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"effect", "event", "health", "host", "linux", "mover", "problem", "storage", "yaml"})
package media.usenet.union;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
