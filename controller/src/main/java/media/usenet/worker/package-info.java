/// Runs jobs: takes those of its lanes, gives each to the work of its type, and writes down how the attempt ended.
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "database", "job", "queue", "publish"})
package media.usenet.worker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
