/// Runs one program; writes one file whole. Nobody else does either.
@NullMarked
@ApplicationModule(allowedDependencies = {"problem"})
package media.usenet.host;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
