package media.usenet.queue;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import media.usenet.job.FailureClass;

/// Whether a failed job is tried again, and when.
public final class RetryPolicy {

    /// A file that is still being copied looks like a damaged one; a damaged one stays so.
    private static final int ATTEMPTS_AT_A_BAD_SOURCE = 2;

    private final JobSettings.Retry settings;
    private final DoubleSupplier random;

    /// @param random between 0 and 1
    public RetryPolicy(JobSettings.Retry settings, DoubleSupplier random) {
        this.settings = settings;
        this.random = random;
    }

    sealed interface Verdict {

        record Again(Duration after) implements Verdict {}

        /// No retry would help.
        record Hopeless() implements Verdict {}

        record Exhausted() implements Verdict {}
    }

    /// @param failures of this job so far, this one among them
    /// @param age since it was first started
    Verdict judge(FailureClass failure, int failures, int maxAttempts, Duration age) {
        return switch (failure) {
            case CONFIGURATION, VALIDATION -> new Verdict.Hopeless();
            case SOURCE -> within(failures, Math.min(maxAttempts, ATTEMPTS_AT_A_BAD_SOURCE));
            case RESOURCE -> age.compareTo(settings.scarcity()) < 0 ? again(failures) : within(failures, maxAttempts);
            case NETWORK, TIMEOUT, PERMISSION, ENCODER, WORKER -> within(failures, maxAttempts);
        };
    }

    private Verdict within(int failures, int maxAttempts) {
        return failures < maxAttempts ? again(failures) : new Verdict.Exhausted();
    }

    private Verdict again(int failures) {
        double millis = settings.first().toMillis() * Math.pow(settings.factor(), failures - 1);
        double most = Math.min(millis, (double) settings.longest().toMillis());
        double jitter = 1 - settings.jitter() + 2 * settings.jitter() * random.getAsDouble();
        return new Verdict.Again(Duration.ofMillis(Math.round(most * jitter)));
    }
}
