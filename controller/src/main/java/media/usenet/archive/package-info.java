/// A backup as one file that needs nobody but `age`, `zstd` and `tar` to be read, and the manifest that proves
/// it.
@NullMarked
@ApplicationModule(allowedDependencies = {"digest", "host", "problem", "health"})
package media.usenet.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
