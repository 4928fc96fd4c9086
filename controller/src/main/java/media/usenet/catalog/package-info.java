/// The services that can be run, read from `compose-templates/` and the user's own templates.
@NullMarked
@ApplicationModule(allowedDependencies = {"host", "problem", "yaml"})
package media.usenet.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
