/// Runs ffmpeg and ffprobe: what a file holds, what a binary was built with, how far a run is, why it failed.
@NullMarked
@ApplicationModule(allowedDependencies = {"host", "sandbox", "problem"})
package media.usenet.ffmpeg;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
