/// Services started on an unpacked backup, in containers that are thrown away: whether each gets well with its copy.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "composer",
            "docker",
            "catalog",
            "archive",
            "restore",
            "swap",
            "yaml",
            "host",
            "event",
            "problem"
        })
package media.usenet.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
