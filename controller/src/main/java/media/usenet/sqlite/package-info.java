/// Databases of applications: copied whole while they are written, and judged.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package media.usenet.sqlite;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
