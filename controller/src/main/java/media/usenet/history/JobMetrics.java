package media.usenet.history;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import media.usenet.database.Database;
import media.usenet.problem.ProblemException;
import media.usenet.queue.Queue;
import org.springframework.stereotype.Component;

/// Jobs by state, the queue by lane, and how long jobs of each type took; of those that are still remembered.
@Component
final class JobMetrics implements MultiCollector {

    private final Database database;
    private final Queue queue;
    private final History history;

    JobMetrics(Database database, Queue queue) {
        this.database = database;
        this.queue = queue;
        this.history = new History(database);
    }

    @Override
    public MetricSnapshots collect() {
        try {
            return MetricSnapshots.builder()
                    .metricSnapshot(up(1))
                    .metricSnapshot(states())
                    .metricSnapshot(lanes())
                    .metricSnapshot(durations())
                    .build();
        } catch (ProblemException _) {
            return MetricSnapshots.of(up(0));
        }
    }

    private static GaugeSnapshot up(double value) {
        return GaugeSnapshot.builder()
                .name("usenet_database_up")
                .help("Whether the database can be used.")
                .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
                .build();
    }

    private GaugeSnapshot states() {
        var states = GaugeSnapshot.builder().name("usenet_jobs").help("Jobs that are remembered, by state.");
        history.page(JobFilter.ALL, "createdAt", 1, 1)
                .counts()
                .forEach((state, jobs) -> states.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(Labels.of("state", state))
                        .value(jobs)
                        .build()));
        return states.build();
    }

    private GaugeSnapshot lanes() {
        var lanes = GaugeSnapshot.builder()
                .name("usenet_jobs_lane")
                .help("Slots of each lane, jobs that run in it, and jobs that wait for it.");
        for (var lane : queue.report().lanes()) {
            lanes.dataPoint(lane(lane.name(), "slots", lane.slots()))
                    .dataPoint(lane(lane.name(), "running", lane.running()))
                    .dataPoint(lane(lane.name(), "waiting", lane.queued() + lane.retrying()));
        }
        return lanes.build();
    }

    private static GaugeDataPointSnapshot lane(String lane, String what, double value) {
        return GaugeDataPointSnapshot.builder()
                .labels(Labels.of("lane", lane, "what", what))
                .value(value)
                .build();
    }

    private SummarySnapshot durations() {
        var durations = SummarySnapshot.builder()
                .name("usenet_jobs_duration_seconds")
                .help("From the first start to the end of jobs that succeeded, by type.");
        database.read(db -> db.sql("""
                        select type, count(*) as jobs, sum(finished_ms - started_ms) as millis from jobs
                        where state = 'succeeded' group by type""")
                        .query((row, _) -> SummaryDataPointSnapshot.builder()
                                .labels(Labels.of("type", row.getString("type")))
                                .count(row.getLong("jobs"))
                                .sum(row.getDouble("millis") / 1000)
                                .build())
                        .list())
                .forEach(durations::dataPoint);
        return durations.build();
    }
}
