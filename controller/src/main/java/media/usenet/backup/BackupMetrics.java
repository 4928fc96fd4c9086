package media.usenet.backup;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import media.usenet.problem.ProblemException;

/// When backups were last made and last proved.
final class BackupMetrics implements MultiCollector {

    private final History history;

    BackupMetrics(History history) {
        this.history = history;
    }

    @Override
    public MetricSnapshots collect() {
        var entries = entries();
        return new MetricSnapshots(
                gauge(
                        "usenet_backup_last_success_timestamp_seconds",
                        "When a backup was last made.",
                        last(entries, History.Kind.RUN)),
                gauge(
                        "usenet_backup_last_drill_timestamp_seconds",
                        "When a restore was last rehearsed with success.",
                        last(entries, History.Kind.DRILL)));
    }

    private List<History.Entry> entries() {
        try {
            return history.all();
        } catch (ProblemException _) {
            // No figures, rather than wrong ones.
            return List.of();
        }
    }

    private static Map<String, History.Entry> last(List<History.Entry> entries, History.Kind kind) {
        var last = new LinkedHashMap<String, History.Entry>();
        for (var entry : entries) {
            if (entry.kind() == kind && entry.ok()) {
                last.putIfAbsent(entry.policy() == null ? "" : entry.policy(), entry);
            }
        }
        return last;
    }

    private static GaugeSnapshot gauge(String name, String help, Map<String, History.Entry> last) {
        var gauge = GaugeSnapshot.builder().name(name).help(help);
        last.forEach((policy, entry) -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(Labels.of("policy", policy))
                .value((double) entry.when().getEpochSecond())
                .build()));
        return gauge.build();
    }
}
