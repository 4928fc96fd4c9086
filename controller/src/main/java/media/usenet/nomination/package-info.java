/// Which of many films are worth comparing, by what is known without looking at them; it decides nothing.
@NullMarked
@ApplicationModule(allowedDependencies = {"picture", "database"})
package media.usenet.nomination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
