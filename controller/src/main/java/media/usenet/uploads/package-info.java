/// Takes files in from users: resumable or at once, judged before anything may use them, kept for a while.
@NullMarked
@ApplicationModule(allowedDependencies = {"fetch", "host", "problem"})
package media.usenet.uploads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
