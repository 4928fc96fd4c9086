package media.usenet.nvidia;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// NVML's latest answer. One answer serves all who ask within a few seconds: starting the library wakes the GPUs.
public final class Nvml {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Supplier<NvmlAnswer> library;
    private final InstantSource clock;
    private @Nullable NvmlAnswer latest;
    private Instant asked = Instant.MIN;

    public Nvml(Supplier<NvmlAnswer> library, InstantSource clock) {
        this.library = library;
        this.clock = clock;
    }

    public synchronized NvmlAnswer answer() {
        var now = clock.instant();
        var known = latest;
        if (known == null || Duration.between(asked, now).compareTo(FRESH) > 0) {
            known = library.get();
            latest = known;
            asked = now;
        }
        return known;
    }
}
