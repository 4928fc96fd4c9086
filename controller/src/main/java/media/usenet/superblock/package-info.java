/// What a device holds, read from its own bytes: file systems, encrypted and array members, partition tables.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package media.usenet.superblock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
