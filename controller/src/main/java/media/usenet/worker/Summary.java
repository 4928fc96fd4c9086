package media.usenet.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import media.usenet.job.EncoderStep;
import media.usenet.queue.Claim;
import media.usenet.queue.Picture;
import media.usenet.queue.Spans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line at the end of a job: how it went, in how many attempts, on which encoder and why, how fast.
final class Summary {

    private static final Logger log = LoggerFactory.getLogger(Summary.class);

    private Summary() {}

    static String of(Claim claim, Picture picture, int outputs) {
        var text = new StringBuilder();
        text.append(outputs == 1 ? "1 output" : outputs + " outputs");
        text.append(" in ").append(Spans.text(Duration.between(claim.at(), Instant.now())));
        text.append(", attempt %d of %d".formatted(claim.number(), claim.maxAttempts()));
        picture.encoderPath().stream()
                .filter(EncoderStep::used)
                .forEach(step -> text.append(", %s on %s (%s)".formatted(step.encoder(), step.lane(), step.because())));
        var progress = picture.progress();
        if (progress != null && progress.speed() != null) {
            text.append(String.format(Locale.ROOT, ", %.1fx", progress.speed()));
        }
        if (!picture.warnings().isEmpty()) {
            text.append(", %d warnings".formatted(picture.warnings().size()));
        }
        return text.toString();
    }

    /// Tells the appliance's diary.
    static void tell(Claim claim, AttemptEnd end, Picture picture, boolean written) {
        var job = "%s (%s, %s)".formatted(claim.job(), claim.type(), claim.label());
        if (!written) {
            log.warn("{}: attempt {} ended without effect: the job is no longer this worker's", job, claim.number());
            return;
        }
        switch (end) {
            case AttemptEnd.Published published ->
                log.info(
                        "{} succeeded: {}",
                        job,
                        of(claim, picture, published.intents().size()));
            case AttemptEnd.Failure failure ->
                log.warn(
                        "{} failed at attempt {} of {}, {}: {} Remedy: {}",
                        job,
                        claim.number(),
                        claim.maxAttempts(),
                        failure.error().failure().word(),
                        failure.error().detail(),
                        failure.error().remedy());
            case AttemptEnd.Moved _, AttemptEnd.Suspended _, AttemptEnd.Stopped _ -> log.info("{} {}", job, end.told());
        }
    }
}
