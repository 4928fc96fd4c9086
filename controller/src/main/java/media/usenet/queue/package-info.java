/// The rows of the queue: who is accepted, whose turn it is, who holds a job and how that ends; each
/// change in one transaction.
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "health", "effect", "database", "job"})
package media.usenet.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
