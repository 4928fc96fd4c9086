/// What a command would do, and what it did.
@NullMarked
@ApplicationModule(allowedDependencies = "health")
package media.usenet.effect;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
