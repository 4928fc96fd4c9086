package media.usenet.jobs;

import java.time.Duration;
import java.util.Optional;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.queue.JobSettings;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.util.unit.DataSize;

/// Reads how the queue is to behave: `jobs.*`, `JOB_MAX_RETRIES`, and `JOB_RETRY_DELAY` in seconds. Ours win.
final class JobProperties {

    private final Binder properties;

    private JobProperties(Binder properties) {
        this.properties = properties;
    }

    static JobSettings read(Binder properties) {
        try {
            return new JobProperties(properties).settings();
        } catch (BindException e) {
            throw new ProblemException(
                    Problem.SETTINGS_INVALID,
                    "cannot read the property %s: %s"
                            .formatted(
                                    e.getName(),
                                    String.valueOf(e.getCause())
                                            .lines()
                                            .findFirst()
                                            .orElse("")),
                    "write spans as 30s or 10m, sizes as 4MB, and numbers as they are");
        }
    }

    private JobSettings settings() {
        var usual = JobSettings.USUAL;
        return new JobSettings(
                read("jobs.max-attempts", Integer.class)
                        .or(() -> read("job.max.retries", Integer.class).map(retries -> retries + 1))
                        .orElse(usual.maxAttempts()),
                read("jobs.max-deaths", Integer.class).orElse(usual.maxDeaths()),
                retry(usual.retry()),
                read("jobs.most-per-key", Integer.class).orElse(usual.mostPerKey()),
                read("jobs.patience", Duration.class).orElse(usual.patience()),
                read("jobs.heartbeat", Duration.class).orElse(usual.heartbeat()),
                read("jobs.poll", Duration.class).orElse(usual.poll()),
                read("jobs.stop", Duration.class).orElse(usual.stop()),
                read("jobs.keep", Duration.class).orElse(usual.keep()),
                read("jobs.keep-last", Integer.class).orElse(usual.keepLast()),
                read("jobs.keep-keys", Duration.class).orElse(usual.keepKeys()),
                read("jobs.log-size", DataSize.class).map(DataSize::toBytes).orElse(usual.logBytes()));
    }

    private JobSettings.Retry retry(JobSettings.Retry usual) {
        return new JobSettings.Retry(
                read("jobs.retry.first", Duration.class)
                        .or(() -> read("job.retry.delay", Long.class).map(Duration::ofSeconds))
                        .orElse(usual.first()),
                read("jobs.retry.factor", Double.class).orElse(usual.factor()),
                read("jobs.retry.longest", Duration.class).orElse(usual.longest()),
                read("jobs.retry.jitter", Double.class).orElse(usual.jitter()),
                read("jobs.retry.scarcity", Duration.class).orElse(usual.scarcity()));
    }

    private <T> Optional<T> read(String name, Class<T> type) {
        return Optional.ofNullable(properties.bind(name, type).orElse(null));
    }
}
