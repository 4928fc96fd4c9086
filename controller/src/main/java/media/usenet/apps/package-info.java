/// What applications of the stack answer over their own interfaces, typed.
@NullMarked
@ApplicationModule(allowedDependencies = {"docker", "problem"})
package media.usenet.apps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
