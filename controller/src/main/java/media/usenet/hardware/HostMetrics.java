package media.usenet.hardware;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Figures of the host under node_exporter's names, so that its dashboards work without it.
@Component
final class HostMetrics implements MultiCollector {

    /// USER_HZ: 100 on every architecture, whatever the kernel's own tick is.
    private static final double TICKS_PER_SECOND = 100;

    private final Hardware hardware;

    HostMetrics(Hardware hardware) {
        this.hardware = hardware;
    }

    @Override
    public MetricSnapshots collect() {
        var tree = hardware.tree();
        var proc = new ProcFiles(tree);
        var snapshots = new ArrayList<MetricSnapshot>();
        proc.memory().forEach((name, bytes) -> snapshots.add(gauge(memoryName(name), bytes)));
        var load = proc.load();
        for (var i = 0; i < load.size(); i++) {
            snapshots.add(
                    gauge(List.of("node_load1", "node_load5", "node_load15").get(i), load.get(i)));
        }
        proc.bootTime().ifPresent(seconds -> snapshots.add(gauge("node_boot_time_seconds", seconds)));
        snapshots.add(cpu(proc));
        snapshots.add(uname(tree));
        snapshots.add(temperatures(proc));
        return new MetricSnapshots(snapshots);
    }

    /// `Active(anon)` is `node_memory_Active_anon_bytes`.
    private static String memoryName(String name) {
        return "node_memory_%s_bytes".formatted(name.replace("(", "_").replaceAll("[^A-Za-z0-9_]", ""));
    }

    private static MetricSnapshot cpu(ProcFiles proc) {
        var counter =
                CounterSnapshot.builder().name("node_cpu_seconds").help("Seconds the processors spent in each mode.");
        proc.ticks().forEach((cpu, modes) -> {
            if (!cpu.equals("cpu")) {
                modes.forEach((mode, ticks) -> counter.dataPoint(CounterDataPointSnapshot.builder()
                        .labels(Labels.of("cpu", cpu.substring("cpu".length()), "mode", mode))
                        .value(ticks / TICKS_PER_SECOND)
                        .build()));
            }
        });
        return counter.build();
    }

    private static MetricSnapshot uname(Tree tree) {
        var kernel = "/proc/sys/kernel/";
        return InfoSnapshot.builder()
                .name("node_uname")
                .help("The kernel as uname tells it.")
                .dataPoint(InfoDataPointSnapshot.builder()
                        .labels(Labels.of(
                                "machine", new HostFiles(tree).cpu().architecture(),
                                "nodename", tree.text(kernel + "hostname").orElse(""),
                                "release", tree.text(kernel + "osrelease").orElse(""),
                                "sysname", tree.text(kernel + "ostype").orElse(""),
                                "version", tree.text(kernel + "version").orElse("")))
                        .build())
                .build();
    }

    private static MetricSnapshot temperatures(ProcFiles proc) {
        var gauge = GaugeSnapshot.builder().name("node_hwmon_temp_celsius").help("Temperatures by sensor.");
        proc.temperatures().stream()
                .collect(Collectors.toMap(
                        HardwareStatus.Temperature::sensor, HardwareStatus.Temperature::celsius, Math::max))
                .forEach((sensor, celsius) -> gauge.dataPoint(point(celsius, Labels.of("sensor", sensor))));
        return gauge.build();
    }

    private static MetricSnapshot gauge(String name, double value) {
        return GaugeSnapshot.builder()
                .name(name)
                .dataPoint(point(value, Labels.EMPTY))
                .build();
    }

    private static GaugeDataPointSnapshot point(double value, Labels labels) {
        return GaugeDataPointSnapshot.builder().value(value).labels(labels).build();
    }
}
