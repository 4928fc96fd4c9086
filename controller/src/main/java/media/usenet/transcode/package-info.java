/// What people ask of FFmpeg, as jobs: a request becomes a task, a task becomes FFmpeg's arguments, and what they
/// made is looked at before it is handed out.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "commands",
            "drives",
            "effect",
            "encoders",
            "event",
            "fetch",
            "ffmpeg",
            "host",
            "http",
            "job",
            "jobs",
            "pool",
            "problem",
            "publish",
            "sandbox",
            "settings",
            "uploads",
            "video",
            "worker"
        })
package media.usenet.transcode;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
