/// What a program that reads untrusted data may see and use: bubblewrap and its limits, as an argument list.
@NullMarked
@ApplicationModule(allowedDependencies = {"health", "host", "problem"})
package media.usenet.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
