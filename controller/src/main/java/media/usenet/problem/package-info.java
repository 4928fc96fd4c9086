/// Expected failures: a code with its HTTP status and exit code, what happened, and what to do about it.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package media.usenet.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
