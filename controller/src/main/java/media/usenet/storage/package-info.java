/// What file systems are mounted, and the pool root that every container binds.
@NullMarked
@ApplicationModule(allowedDependencies = {"host", "problem"})
package media.usenet.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
