package media.usenet.docker;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The project's running containers for Prometheus, under cAdvisor's names, so that existing dashboards show them.
///
/// A scrape costs at most one sample of each container, once in ten seconds: the second that the engine takes
/// for it. An engine that takes longer, or does not answer, is left out.
@Component
public final class ContainerMetrics implements MultiCollector {

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final DockerEngine engine;
    private final String project;
    private final InstantSource clock;
    private @Nullable Scrape latest;

    private record Scrape(Instant started, CompletableFuture<Map<Container, Usage>> usage) {}

    public ContainerMetrics(DockerEngine engine, DockerProperties properties, InstantSource clock) {
        this.engine = engine;
        this.project = properties.project();
        this.clock = clock;
    }

    @Override
    public MetricSnapshots collect() {
        try {
            return snapshots(scrape().usage().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), clock.instant());
        } catch (ExecutionException | TimeoutException _) {
            // Whether the engine answers is a figure of its own, among the health checks.
            return MetricSnapshots.of();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return MetricSnapshots.of();
        }
    }

    private synchronized Scrape scrape() {
        var now = clock.instant();
        if (latest == null
                || latest.usage().isCompletedExceptionally()
                || latest.started().plus(FRESH).isBefore(now)) {
            latest = new Scrape(
                    now,
                    CompletableFuture.supplyAsync(
                            () -> engine.usage(engine.containers(project)), Thread::startVirtualThread));
        }
        return latest;
    }

    static MetricSnapshots snapshots(Map<Container, Usage> usage, Instant now) {
        return MetricSnapshots.of(
                gauge("container_last_seen", "When the container was last seen.", usage, _ -> now.getEpochSecond()),
                gauge(
                        "container_start_time_seconds",
                        "When the container was started.",
                        usage,
                        of -> started(of.getKey())),
                counter(
                        "container_cpu_usage_seconds",
                        "CPU time used, over all CPUs.",
                        usage,
                        of -> of.getValue().cpuNanos() / 1e9),
                gauge(
                        "container_memory_working_set_bytes",
                        "Memory in use that cannot be given back.",
                        usage,
                        of -> of.getValue().memoryBytes()),
                gauge(
                        "container_spec_memory_limit_bytes",
                        "Memory that the container may use.",
                        usage,
                        of -> of.getValue().memoryLimitBytes()),
                counter(
                        "container_network_receive_bytes",
                        "Bytes received.",
                        usage,
                        of -> of.getValue().networkReadBytes()),
                counter(
                        "container_network_transmit_bytes",
                        "Bytes sent.",
                        usage,
                        of -> of.getValue().networkWrittenBytes()));
    }

    private static double started(Container container) {
        return container.started() == null ? 0 : container.started().toEpochMilli() / 1e3;
    }

    private static GaugeSnapshot gauge(
            String name, String help, Map<Container, Usage> usage, ToDoubleFunction<Entry<Container, Usage>> figure) {
        var gauge = GaugeSnapshot.builder().name(name).help(help);
        usage.entrySet()
                .forEach(of -> gauge.dataPoint(
                        new GaugeDataPointSnapshot(figure.applyAsDouble(of), labels(of.getKey()), null)));
        return gauge.build();
    }

    private static CounterSnapshot counter(
            String name, String help, Map<Container, Usage> usage, ToDoubleFunction<Entry<Container, Usage>> figure) {
        var counter = CounterSnapshot.builder().name(name).help(help);
        usage.entrySet()
                .forEach(of -> counter.dataPoint(
                        new CounterDataPointSnapshot(figure.applyAsDouble(of), labels(of.getKey()), null, 0)));
        return counter.build();
    }

    private static Labels labels(Container container) {
        return Labels.of("name", container.name(), "image", container.image());
    }
}
