package media.usenet.transcode;

import java.util.ArrayList;
import java.util.List;
import media.usenet.encoders.Encoders;
import media.usenet.job.Lane;
import media.usenet.worker.Node;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/// Opens a lane for each device whose encoders are proved. Proving takes seconds, which nobody waits for: until then
/// the processor's lane and the light one run what they can.
final class LaneFollower {

    private final Encoders encoders;
    private final Node node;

    LaneFollower(Encoders encoders, Node node) {
        this.encoders = encoders;
        this.node = node;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        encoders.whenProved(this::open);
    }

    private void open(List<Lane> proved) {
        var lanes = new ArrayList<>(proved);
        node.lanes().stream()
                .filter(lane -> lane.name().equals(Intake.LIGHT_LANE))
                .forEach(lanes::add);
        node.lanes(lanes);
    }
}
