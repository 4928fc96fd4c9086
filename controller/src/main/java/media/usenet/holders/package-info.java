/// What processes and containers have of a mounted drive: the files they hold, and whether they see the pool at all.
@NullMarked
@ApplicationModule(allowedDependencies = "storage")
package media.usenet.holders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
