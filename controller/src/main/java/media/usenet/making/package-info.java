/// Makes what each kind of task asks for: a task and its inputs become FFmpeg's arguments, its runs, and a
/// product with what that must be.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "climb",
            "commands",
            "encoders",
            "fetch",
            "ffmpeg",
            "graph",
            "job",
            "problem",
            "task",
            "video",
            "worker"
        })
package media.usenet.making;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
