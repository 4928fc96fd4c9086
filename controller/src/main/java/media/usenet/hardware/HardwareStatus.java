package media.usenet.hardware;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the machine is doing now. Null is unknown.
///
/// @param load over 1, 5 and 15 minutes; empty when unknown
/// @param cpuUsage 0 to 1, on average since it was last asked, the first time since the machine started
record HardwareStatus(
        List<Double> load,
        @Nullable Double cpuUsage,
        Memory memory,
        List<Temperature> temperatures,
        List<GpuStatus> gpus) {

    record Memory(@Nullable Long totalBytes, @Nullable Long availableBytes) {}

    record Temperature(String sensor, double celsius) {}

    /// @param usage 0 to 1
    /// @param encoderUsage 0 to 1
    record GpuStatus(
            @Nullable String slot,
            String model,
            @Nullable Double usage,
            @Nullable Double encoderUsage,
            @Nullable Long memoryUsedBytes,
            @Nullable Double temperatureCelsius) {}
}
