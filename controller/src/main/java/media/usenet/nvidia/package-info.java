/// What NVIDIA's own tools say of its GPUs: the management library asked, and `nvidia-smi` as it printed.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package media.usenet.nvidia;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
