/// The durable queue: accepts work, leases it, publishes what it made, retries, cancels, and keeps its history.
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "health", "host", "event", "effect", "database", "linux"})
package media.usenet.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
