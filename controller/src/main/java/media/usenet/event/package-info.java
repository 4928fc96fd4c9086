/// What happened, in order, and what is under way: events and operations, both followed over SSE.
@NullMarked
@ApplicationModule(allowedDependencies = {"problem"})
package media.usenet.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
