package media.usenet.encoders;

import java.util.List;
import java.util.Map;
import media.usenet.job.Lane;
import media.usenet.video.Device;
import media.usenet.video.Encoder;

/// A device and what may be tried on it, best first.
///
/// @param slots how many encodes at once are sensible
/// @param environment variables that its driver wants
public record Candidate(Device device, List<Encoder> encoders, int slots, Map<String, String> environment) {

    public Candidate {
        encoders = List.copyOf(encoders);
        environment = Map.copyOf(environment);
    }

    Lane lane(Encoder encoder) {
        var name = encoder.family().hardware() ? encoder.family().api() + ":" + device.id() : Lane.CPU;
        return new Lane(name, slots);
    }
}
