/// Jobs there are and were: found, counted, measured, and in the end forgotten.
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "database", "job", "queue"})
package media.usenet.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
