/// What people ask of FFmpeg, as jobs: a request is queued, its sources are gathered, and what was made is looked
/// at before it is handed out.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "climb",
            "commands",
            "drives",
            "effect",
            "encoders",
            "fetch",
            "ffmpeg",
            "graph",
            "host",
            "job",
            "jobs",
            "making",
            "pool",
            "problem",
            "publish",
            "request",
            "sandbox",
            "settings",
            "task",
            "uploads",
            "worker"
        })
package media.usenet.transcode;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
