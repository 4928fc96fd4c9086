/// Reads FFmpeg commands that people write: only what is known and bounded gets through, and is written anew.
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "yaml", "ffmpeg"})
package media.usenet.commands;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
