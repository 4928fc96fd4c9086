/// One attempt's runs of FFmpeg: confined, their progress told, from the best proved encoder down to software,
/// each step with its reason.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"encoders", "fetch", "ffmpeg", "job", "problem", "sandbox", "task", "video", "worker"})
package media.usenet.climb;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
