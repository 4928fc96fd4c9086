/// Databases of PostgreSQL, dumped and loaded by its own programs.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package media.usenet.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
