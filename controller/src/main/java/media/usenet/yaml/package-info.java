/// Reads YAML that people write: strictly, and with every problem named by file, line and key.
@NullMarked
@ApplicationModule(allowedDependencies = {"problem"})
package media.usenet.yaml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
