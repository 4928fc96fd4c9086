package media.usenet.smart;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import media.usenet.smart.SmartReport.Answered;
import media.usenet.smart.SmartReport.Verdict;
import org.jspecify.annotations.Nullable;

/// The drives' figures for Prometheus, under smartctl_exporter's names, so that its dashboards and alerts work without
/// it. A scrape asks no drive: it shows what the watch has.
public final class SmartMetrics implements MultiCollector {

    private static final String PREFIX = "smartctl_device_";

    private final Supplier<List<SmartReading>> readings;

    public SmartMetrics(Supplier<List<SmartReading>> readings) {
        this.readings = readings;
    }

    @Override
    public MetricSnapshots collect() {
        var gauges = new TreeMap<String, GaugeSnapshot.Builder>();
        for (var reading : readings.get()) {
            var known = reading.known();
            if (known != null) {
                figures(gauges, reading, known);
            }
        }
        var snapshots = MetricSnapshots.builder();
        gauges.values().stream().map(GaugeSnapshot.Builder::build).forEach(snapshots::metricSnapshot);
        return snapshots.build();
    }

    private static void figures(Map<String, GaugeSnapshot.Builder> gauges, SmartReading reading, Answered known) {
        var labels = labels(reading.target());
        var hours = known.powerOnHours();
        // A drive that sleeps has cooled down since.
        if (reading.latest() instanceof Answered) {
            put(
                    gauges,
                    "temperature",
                    labels.add("temperature_type", "current"),
                    known.temperature().celsius());
        }
        put(gauges, "smart_status", labels, status(known));
        put(gauges, "power_on_seconds", labels, hours == null ? null : hours * 3600);
        put(gauges, "percentage_used", labels, known.wearPercent());
        put(gauges, "media_errors", labels, known.errors().mediaErrors());
        var attributes = known.errors();
        put(gauges, "attribute", attribute(labels, 5, "Reallocated_Sector_Ct"), attributes.reallocatedSectors());
        put(gauges, "attribute", attribute(labels, 197, "Current_Pending_Sector"), attributes.pendingSectors());
        put(gauges, "attribute", attribute(labels, 198, "Offline_Uncorrectable"), attributes.offlineUncorrectable());
        put(gauges, "attribute", attribute(labels, 199, "UDMA_CRC_Error_Count"), attributes.crcErrors());
        put(gauges, "block_size", labels.add("blocks_type", "logical"), known.logicalSectorBytes());
        put(gauges, "block_size", labels.add("blocks_type", "physical"), known.physicalSectorBytes());
    }

    private static @Nullable Long status(Answered known) {
        return known.verdict() == Verdict.UNKNOWN ? null : known.verdict() == Verdict.FAILING ? 0L : 1L;
    }

    private static Labels attribute(Labels labels, int id, String name) {
        return labels.merge(
                Labels.of("attribute_id", Integer.toString(id), "attribute_name", name, "attribute_value_type", "raw"));
    }

    private static Labels labels(SmartTarget target) {
        return Labels.of(
                "device", target.device(),
                "model", Objects.requireNonNullElse(target.model(), ""),
                "serial", Objects.requireNonNullElse(target.serial(), ""),
                "slot", Objects.requireNonNullElse(target.slot(), ""));
    }

    private static void put(
            Map<String, GaugeSnapshot.Builder> gauges, String name, Labels labels, @Nullable Long value) {
        if (value != null) {
            gauges.computeIfAbsent(name, _ -> GaugeSnapshot.builder().name(PREFIX + name))
                    .dataPoint(GaugeDataPointSnapshot.builder()
                            .labels(labels)
                            .value(value.doubleValue())
                            .build());
        }
    }
}
