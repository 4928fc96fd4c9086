/// What is to be made of what: sources, formats, and how picture and sound are wanted; pure.
@NullMarked
@ApplicationModule(allowedDependencies = {"commands", "encoders", "ffmpeg", "graph", "problem", "video"})
package media.usenet.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
