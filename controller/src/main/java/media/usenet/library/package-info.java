/// The catalog of the media files on the drives: what each is, found by looking and kept by watching.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "container",
            "database",
            "drives",
            "effect",
            "event",
            "ffmpeg",
            "health",
            "linux",
            "mover",
            "problem"
        })
package media.usenet.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
