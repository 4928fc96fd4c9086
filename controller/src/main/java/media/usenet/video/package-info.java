/// From the video that is wanted to the arguments of each family of encoders; pure.
@NullMarked
@ApplicationModule(allowedDependencies = {"ffmpeg", "problem"})
package media.usenet.video;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
