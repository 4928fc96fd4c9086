/// What disks there are, what is mounted from them, and what of them must never be touched.
@NullMarked
@ApplicationModule(allowedDependencies = {"host", "problem"})
package media.usenet.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
