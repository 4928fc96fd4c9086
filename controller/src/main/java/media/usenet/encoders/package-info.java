/// The encoders of this machine, proved by encoding: proofs, the ladder from the best to software, measured
/// figures.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "video",
            "ffmpeg",
            "sandbox",
            "hardware",
            "job",
            "effect",
            "event",
            "host",
            "http",
            "health",
            "problem"
        })
package media.usenet.encoders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
