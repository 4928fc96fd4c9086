/// What a media file's own index says without decoding: where its key frames lie and how many bytes each
/// second takes.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package media.usenet.container;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
