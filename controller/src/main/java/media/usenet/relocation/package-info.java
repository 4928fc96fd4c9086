/// Tells applications, through their own interfaces, that folders which they hold are elsewhere now.
@NullMarked
@ApplicationModule(allowedDependencies = {"apps", "docker", "problem"})
package media.usenet.relocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
