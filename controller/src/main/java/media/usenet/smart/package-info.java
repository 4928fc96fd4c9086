/// How drives fare: what smartctl says of them, the errors file systems counted, and requests that never end.
@NullMarked
@ApplicationModule(allowedDependencies = {"host", "problem", "health"})
package media.usenet.smart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
