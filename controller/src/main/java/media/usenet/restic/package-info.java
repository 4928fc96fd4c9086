/// The program restic, typed: repositories, snapshots and what is in them.
@NullMarked
@ApplicationModule(allowedDependencies = {"host", "problem"})
package media.usenet.restic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
