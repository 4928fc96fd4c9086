/// Draws what a comparison of two films found as one picture: where they lie on one another, and frames of both.
@NullMarked
@ApplicationModule(allowedDependencies = {"ffmpeg", "host", "picture", "problem", "sandbox"})
package media.usenet.drawing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
