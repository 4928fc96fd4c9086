/// Finds media that is the same work twice, says with what proof, recommends, and acts only on a plan that was
/// named.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "copies",
            "database",
            "drawing",
            "effect",
            "event",
            "ffmpeg",
            "formats",
            "health",
            "library",
            "mover",
            "naming",
            "nomination",
            "picture",
            "problem",
            "quality",
            "trash",
            "watched",
            "works"
        })
package media.usenet.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
