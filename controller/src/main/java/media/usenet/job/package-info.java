/// What a job is, in the words of the wire: what was asked, how it stands, why it failed; and its
/// folder.
@NullMarked
@ApplicationModule(allowedDependencies = {"problem"})
package media.usenet.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
