package media.usenet.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One port on the host that a container wants: everything in its template that hangs on one variable.
///
/// @param service the Compose service that wants it
/// @param variable the template's variable; `service:port` for a port that is written as a number
/// @param usual the number that is asked for, or the template's default
/// @param asker where the user asked for it; empty when nobody did
/// @param address where it is published
record PortClaim(
        String service, String variable, int usual, Optional<Asker> asker, String address, List<Target> targets) {

    /// `${SONARR_PORT}:8989`, `${A_PORT}:${A_PORT}/udp`, `443:443`.
    private static final Pattern MAPPING = Pattern.compile(
            "(?:\\$\\{(?<variable>\\w+)(?::?-\\d+)?}|(?<number>\\d+)):(?:\\$\\{(?<follow>\\w+)(?::?-\\d+)?}|(?<inside>\\d+))(?:/(?<protocol>tcp|udp))?");

    /// @param port the container's port
    /// @param follows whether the container listens on whatever number is published
    record Target(int port, String protocol, boolean follows) {}

    /// @param file where it stands: `stack.yaml`, `.env`
    record Asker(String file, String key) {}

    /// The port mappings of a template, by variable: claims without their numbers.
    static Map<String, List<Target>> read(String service, Object mappings) {
        var claims = new LinkedHashMap<String, List<Target>>();
        if (mappings instanceof List<?> list) {
            for (var mapping : list) {
                var match = MAPPING.matcher(String.valueOf(mapping));
                if (match.matches()) {
                    var variable = Optional.ofNullable(match.group("variable"))
                            .orElseGet(() -> service + ":" + match.group("number"));
                    var protocol = Optional.ofNullable(match.group("protocol")).orElse("tcp");
                    var inside = Optional.ofNullable(match.group("inside")).map(Integer::parseInt);
                    var target = new Target(inside.orElse(0), protocol, inside.isEmpty());
                    claims.merge(variable, List.of(target), PortClaim::both);
                }
            }
        }
        return claims;
    }

    private static List<Target> both(List<Target> some, List<Target> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
