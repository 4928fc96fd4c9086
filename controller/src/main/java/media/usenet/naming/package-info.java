/// What a release name or the path of a media file says of the work in it; pure, and from nothing but the text.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package media.usenet.naming;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
