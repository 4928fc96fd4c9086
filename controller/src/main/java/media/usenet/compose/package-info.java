/// Writes a plan as Compose files. Pure: same plan, same text.
@NullMarked
@ApplicationModule(allowedDependencies = {"plan", "catalog", "problem"})
package media.usenet.compose;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
