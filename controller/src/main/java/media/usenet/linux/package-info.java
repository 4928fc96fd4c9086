/// The Linux kernel's own calls and announcements: mounts, block devices, uevents.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package media.usenet.linux;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
