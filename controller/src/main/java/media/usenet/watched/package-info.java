/// Carries what people watched from a file that is taken away to the one that is kept, and back when that is
/// undone.
@NullMarked
@ApplicationModule(allowedDependencies = {"apps", "database", "problem"})
package media.usenet.watched;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
