/// What is under way: operations, one at a time, followed over SSE.
@NullMarked
@ApplicationModule(allowedDependencies = {"problem"})
package media.usenet.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
