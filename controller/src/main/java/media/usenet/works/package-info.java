/// Which files are the same work, as far as bytes, pictures and names tell; what may go for what; pure.
@NullMarked
@ApplicationModule(allowedDependencies = "naming")
package media.usenet.works;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
