package media.usenet.hardware;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import media.usenet.nvidia.NvmlAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the GPUs are, and how busy NVIDIA's and AMD's are: the former under nvidia_gpu_exporter's names.
@Component
final class HardwareMetrics implements MultiCollector {

    private final Hardware hardware;
    private final LiveFigures live;

    HardwareMetrics(Hardware hardware, LiveFigures live) {
        this.hardware = hardware;
        this.live = live;
    }

    @Override
    public MetricSnapshots collect() {
        var info = InfoSnapshot.builder().name("usenet_gpu").help("GPUs and whether they can be tried for encoding.");
        var gauges = new LinkedHashMap<String, GaugeSnapshot.Builder>();
        for (var gpu : hardware.gpus()) {
            info.dataPoint(InfoDataPointSnapshot.builder().labels(labels(gpu)).build());
            figures(gpu)
                    .forEach((name, value) -> gauges.computeIfAbsent(
                                    name, _ -> GaugeSnapshot.builder().name(name))
                            .dataPoint(GaugeDataPointSnapshot.builder()
                                    .value(value)
                                    .labels(identity(gpu))
                                    .build()));
        }
        var snapshots = MetricSnapshots.builder().metricSnapshot(info.build());
        gauges.values().stream().map(GaugeSnapshot.Builder::build).forEach(snapshots::metricSnapshot);
        return snapshots.build();
    }

    private static Labels labels(Gpu gpu) {
        return Labels.of(
                "slot", text(gpu.slot()),
                "vendor", gpu.vendor().name(),
                "model", gpu.model(),
                "driver", text(gpu.driver()),
                "family", gpu.family(),
                "verdict", gpu.verdict().name());
    }

    private Labels identity(Gpu gpu) {
        var uuid = live.device(gpu).map(NvmlAnswer.Device::uuid).map(text -> text.replaceFirst("^GPU-", ""));
        return uuid.map(text -> Labels.of("slot", text(gpu.slot()), "uuid", text))
                .orElseGet(() -> Labels.of("slot", text(gpu.slot())));
    }

    private Map<String, Double> figures(Gpu gpu) {
        var figures = live.figures(gpu);
        var prefix = gpu.vendor() == Gpu.Vendor.NVIDIA ? "nvidia_smi_" : "usenet_gpu_";
        var values = new LinkedHashMap<String, Double>();
        put(values, prefix + "utilization_gpu_ratio", figures.usage());
        put(values, prefix + "utilization_encoder_ratio", figures.encoderUsage());
        put(values, prefix + "memory_total_bytes", figures.memoryTotalBytes());
        put(values, prefix + "memory_used_bytes", figures.memoryUsedBytes());
        put(values, prefix + "temperature_gpu", figures.celsius());
        put(values, "usenet_gpu_encoder_capacity_ratio", figures.encoderCapacity());
        return values;
    }

    private static void put(Map<String, Double> values, String name, @Nullable Number value) {
        if (value != null) {
            values.put(name, value.doubleValue());
        }
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
