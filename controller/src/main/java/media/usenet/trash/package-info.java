/// Takes files away that others replace, into a trash on their own drive, so that no kill and no pulled drive
/// loses one.
@NullMarked
@ApplicationModule(allowedDependencies = {"event", "holders", "linux", "mover", "problem"})
package media.usenet.trash;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
