/// Moves files between slots so that no kill and no pulled drive loses one.
@NullMarked
@ApplicationModule(allowedDependencies = {"digest", "effect", "event", "health", "host", "linux", "problem"})
package media.usenet.mover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
