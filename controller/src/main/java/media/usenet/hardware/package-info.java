/// What the machine is: CPU, memory, board, GPUs and their hardware profiles. Reads only, decides nothing.
@NullMarked
@ApplicationModule(allowedDependencies = {"nvidia", "host", "http", "problem", "health", "yaml"})
package media.usenet.hardware;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
