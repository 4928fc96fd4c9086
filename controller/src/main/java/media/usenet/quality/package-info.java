/// What a copy of a work is worth to this user, what would be lost with it, and which copies to keep; pure.
@NullMarked
@ApplicationModule(allowedDependencies = {"formats", "naming", "ffmpeg"})
package media.usenet.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
