/// Typed Docker Engine calls, and their answers.
@NullMarked
@ApplicationModule(allowedDependencies = {"host", "http", "problem", "health"})
package media.usenet.docker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
