/// Puts what a backup holds where it belongs: beside the live trees first, then in their place, all or nothing.
@NullMarked
@ApplicationModule(allowedDependencies = {"archive", "staging", "sqlite", "swap", "host", "health", "problem"})
package media.usenet.restore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
