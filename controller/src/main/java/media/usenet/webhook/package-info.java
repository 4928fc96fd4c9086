/// Tells others over HTTP what happens to jobs: each message is a row before it is sent, signed, and sent again
/// until it is taken or given up.
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "host", "effect", "database", "fetch", "job", "queue", "history"})
package media.usenet.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
