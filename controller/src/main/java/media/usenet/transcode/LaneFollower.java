package media.usenet.transcode;

import java.util.ArrayList;
import java.util.List;
import media.usenet.encoders.Encoders;
import media.usenet.jobs.Lane;
import media.usenet.jobs.Node;
import media.usenet.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/// Opens a lane for each device whose encoders are proved. Proving takes seconds, which nobody waits for: until then
/// the processor's lane and the light one run what they can.
final class LaneFollower {

    private static final Logger log = LoggerFactory.getLogger(LaneFollower.class);

    private final Encoders encoders;
    private final Node node;

    LaneFollower(Encoders encoders, Node node) {
        this.encoders = encoders;
        this.node = node;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        encoders.whenProved(this::open);
        Thread.ofVirtual().name("lanes").start(this::prove);
    }

    private void prove() {
        try {
            encoders.machine();
        } catch (ProblemException e) {
            log.warn("no encoder can be proved: {}. Remedy: {}", e.detail(), e.remedy());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void open(List<media.usenet.encoders.Lane> proved) {
        var lanes = new ArrayList<Lane>();
        proved.forEach(lane -> lanes.add(new Lane(lane.name(), lane.slots())));
        node.lanes().stream()
                .filter(lane -> lane.name().equals(Intake.LIGHT_LANE))
                .forEach(lanes::add);
        node.lanes(lanes);
    }
}
