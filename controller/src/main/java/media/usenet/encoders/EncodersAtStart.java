package media.usenet.encoders;

import media.usenet.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Proves what is not proved yet when the controller has started, so that the first job need not wait for it.
@Component
final class EncodersAtStart {

    private static final Logger log = LoggerFactory.getLogger(EncodersAtStart.class);

    private final Encoders encoders;

    EncodersAtStart(Encoders encoders) {
        this.encoders = encoders;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        Thread.ofVirtual().name("encoders").start(this::prove);
    }

    private void prove() {
        try {
            encoders.machine();
        } catch (ProblemException e) {
            log.warn("No encoder could be proved: {} Remedy: {}", e.detail(), e.remedy());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
