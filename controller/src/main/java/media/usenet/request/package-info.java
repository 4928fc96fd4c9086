/// Requests as people write them, read strictly: each becomes a task, or the list of all that is wrong with it;
/// pure.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"commands", "encoders", "fetch", "ffmpeg", "graph", "job", "problem", "task", "video"})
package media.usenet.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
