package media.usenet.plan;

import java.util.List;
import java.util.Map;
import media.usenet.hardware.HardwareFacts;
import media.usenet.hardware.HardwareProfile;
import media.usenet.pool.PoolFacts;

/// Everything observed that a plan depends on.
///
/// @param profiles hardware profiles by name
/// @param takenPorts ports that programs outside the stack listen on
/// @param earlierPorts ports that an earlier plan gave, by template variable (`SONARR_PORT`): kept, so that bookmarks
/// stay
public record StackFacts(
        HardwareFacts hardware,
        Map<String, HardwareProfile> profiles,
        PoolFacts pool,
        EngineFacts engine,
        List<TakenPort> takenPorts,
        Map<String, Integer> earlierPorts) {

    public StackFacts {
        profiles = Map.copyOf(profiles);
        takenPorts = List.copyOf(takenPorts);
        earlierPorts = Map.copyOf(earlierPorts);
    }
}
