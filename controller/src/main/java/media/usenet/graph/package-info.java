/// Filter graphs that join several inputs into one film: filters, chains and pads, none of them a user's text;
/// pure.
@NullMarked
@ApplicationModule(allowedDependencies = {"ffmpeg"})
package media.usenet.graph;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
