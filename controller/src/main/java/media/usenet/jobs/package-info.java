/// The door of the durable queue: what is accepted here is on disk, and will be run;
/// over HTTP and for other packages.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "problem",
            "host",
            "event",
            "effect",
            "database",
            "job",
            "queue",
            "publish",
            "worker",
            "history"
        })
package media.usenet.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
