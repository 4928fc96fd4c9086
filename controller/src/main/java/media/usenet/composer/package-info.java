/// Compose commands, typed, and what becomes of them: progress, answers, failures.
@NullMarked
@ApplicationModule(allowedDependencies = {"docker", "host", "problem", "health"})
package media.usenet.composer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
