/// A consistent copy of what is to be backed up, kept from one run to the next so that only what changed is
/// copied.
@NullMarked
@ApplicationModule(allowedDependencies = {"archive", "sqlite", "host", "health", "problem"})
package media.usenet.staging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
