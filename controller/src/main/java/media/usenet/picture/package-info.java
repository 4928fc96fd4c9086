/// The same picture: fingerprints of films, and the comparison that decides, with its evidence.
@NullMarked
@ApplicationModule(allowedDependencies = {"container", "ffmpeg", "sandbox", "host", "problem"})
package media.usenet.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
