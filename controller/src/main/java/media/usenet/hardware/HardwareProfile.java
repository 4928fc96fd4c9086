package media.usenet.hardware;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a family of machines needs so that containers can encode on it: one file in `hardware-profiles/`.
///
/// @param families the GPU families it is for
/// @param encoders encoder APIs in order of preference
/// @param runtime Docker runtime that passes the GPU (`nvidia`); empty when device nodes do
/// @param environment variables for containers that transcode, in the order of the file
/// @param securityOptions Docker security options for containers that transcode
/// @param maxTranscodes how many transcodes at once are sensible; 0 when nothing is known
public record HardwareProfile(
        String name,
        String title,
        List<String> families,
        List<String> encoders,
        Optional<String> runtime,
        Map<String, String> environment,
        List<String> securityOptions,
        int maxTranscodes) {

    public HardwareProfile {
        families = List.copyOf(families);
        encoders = List.copyOf(encoders);
        environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
        securityOptions = List.copyOf(securityOptions);
    }
}
