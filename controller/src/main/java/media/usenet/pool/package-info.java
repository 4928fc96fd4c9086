/// The pool root: a guard that nothing can be written to, the slots on it where drives are mounted, and what containers
/// bind.
@NullMarked
@ApplicationModule(allowedDependencies = {"host", "problem", "storage", "linux", "health"})
package media.usenet.pool;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
