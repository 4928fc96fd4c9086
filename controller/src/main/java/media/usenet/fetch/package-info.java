/// Downloads what users name, from public addresses only; and what a file from outside may be called and be.
@NullMarked
@ApplicationModule(allowedDependencies = {"host", "problem"})
package media.usenet.fetch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
