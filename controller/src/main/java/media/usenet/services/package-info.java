/// Previews and applies the stack; starts, stops, follows and judges its services.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "hardware",
            "pool",
            "catalog",
            "settings",
            "plan",
            "compose",
            "composer",
            "docker",
            "host",
            "http",
            "event",
            "problem",
            "health",
            "yaml"
        })
package media.usenet.services;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
