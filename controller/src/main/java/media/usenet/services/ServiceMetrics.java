package media.usenet.services;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import media.usenet.docker.Container;
import media.usenet.docker.Container.Health;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.DockerProperties;
import media.usenet.problem.ProblemException;
import org.springframework.stereotype.Component;

/// Which services run and which are healthy. While the engine does not answer there are no figures, rather than wrong
/// ones.
@Component
final class ServiceMetrics implements MultiCollector {

    private final DockerEngine engine;
    private final String project;

    ServiceMetrics(DockerEngine engine, DockerProperties docker) {
        this.engine = engine;
        this.project = docker.project();
    }

    @Override
    public MetricSnapshots collect() {
        var up = GaugeSnapshot.builder().name("usenet_service_up").help("Whether the service's container runs.");
        var healthy = GaugeSnapshot.builder()
                .name("usenet_service_healthy")
                .help("Whether its health check passes; absent for a service without one.");
        for (var container : containers()) {
            up.dataPoint(point(container, container.running()));
            if (container.health() != Health.NONE) {
                healthy.dataPoint(point(container, container.health() == Health.HEALTHY));
            }
        }
        return new MetricSnapshots(up.build(), healthy.build());
    }

    private List<Container> containers() {
        try {
            return engine.containers(project);
        } catch (ProblemException _) {
            return List.of();
        }
    }

    private static GaugeDataPointSnapshot point(Container container, boolean value) {
        return GaugeDataPointSnapshot.builder()
                .labels(Labels.of("service", container.service()))
                .value(value ? 1 : 0)
                .build();
    }
}
