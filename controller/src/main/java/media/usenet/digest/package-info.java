/// SHA-256 as fast as the processor can.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package media.usenet.digest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
