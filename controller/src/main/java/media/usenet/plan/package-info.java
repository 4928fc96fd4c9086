/// Turns facts, settings and the catalog into decisions with reasons. Pure: same input, same plan.
@NullMarked
@ApplicationModule(allowedDependencies = {"hardware", "pool", "catalog", "settings", "health", "problem", "yaml"})
package media.usenet.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
