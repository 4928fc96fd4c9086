/// Files whose bytes are the same: found by size, samples, hashes and comparison; told from links.
@NullMarked
@ApplicationModule(allowedDependencies = {"database", "linux", "storage"})
package media.usenet.copies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
