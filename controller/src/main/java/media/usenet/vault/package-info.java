/// Where backups lie: folders of archives and restic repositories, how long each is kept, and what is in them.
@NullMarked
@ApplicationModule(allowedDependencies = {"archive", "restic", "yaml", "host", "problem"})
package media.usenet.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
