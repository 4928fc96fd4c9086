/// Trees that change places: all of them, or none, whenever the machine dies.
@NullMarked
@ApplicationModule(allowedDependencies = {"host", "problem"})
package media.usenet.swap;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
