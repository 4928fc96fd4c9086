package media.usenet.encoders;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param cpuSlots how many encodes run on the CPU at once; absent for `WORKER_CONCURRENCY`, or else one per four
///     threads
@ConfigurationProperties("ffmpeg")
record EncodersProperties(@Nullable Integer cpuSlots) {

    private static final int THREADS_PER_ENCODE = 4;

    EncodersProperties {
        if (cpuSlots != null && (cpuSlots < 1 || cpuSlots > 64)) {
            throw new IllegalArgumentException("ffmpeg.cpu-slots must be of 1 to 64, not " + cpuSlots);
        }
    }

    /// With what `WORKER_CONCURRENCY` says, unless `ffmpeg.cpu-slots` says otherwise.
    EncodersProperties or(@Nullable Integer concurrency) {
        return cpuSlots == null && concurrency != null ? new EncodersProperties(concurrency) : this;
    }

    int cpuSlots(int threads) {
        return cpuSlots == null ? Math.max(1, threads / THREADS_PER_ENCODE) : cpuSlots;
    }
}
