/// What the user wants: `stack.yaml` and the environment names of `.env`.
@NullMarked
@ApplicationModule(allowedDependencies = {"host", "problem", "yaml"})
package media.usenet.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
