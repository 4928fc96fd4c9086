/// Checks, and the findings they make: severity, what is wrong, remedy.
@NullMarked
@ApplicationModule(allowedDependencies = {"problem"})
package media.usenet.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
