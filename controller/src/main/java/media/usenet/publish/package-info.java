/// Exactly one effect: what an attempt made comes to its place whole and once, whatever dies when.
@NullMarked
@ApplicationModule(allowedDependencies = {"digest", "problem", "database", "linux", "job", "queue"})
package media.usenet.publish;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
