/// Custom formats, quality profiles and quality sizes as the TRaSH guides publish them, and which formats a release
/// matches by the rule of Sonarr and Radarr; pure but for the folder that a guide is read from.
@NullMarked
@ApplicationModule(allowedDependencies = {"naming", "problem"})
package media.usenet.formats;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
