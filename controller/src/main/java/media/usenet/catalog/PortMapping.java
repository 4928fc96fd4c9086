package media.usenet.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One entry of a container's `ports`, in Compose's short form (`8096:8096`, `127.0.0.1:53:53/udp`) or its long one.
final class PortMapping {

    private static final Pattern SHORT = Pattern.compile("(?:(?:\\[[^]]+]|\\d+\\.\\d+\\.\\d+\\.\\d+):)?"
            + "(?:(?<host>[\\d-]*):)?(?<container>[\\d-]+)(?:/(?:tcp|udp|sctp))?");
    private static final int LAST_PORT = 65535;

    private PortMapping() {}

    /// What is wrong with the entry, if anything. One with a variable that has no value is not judged.
    static Optional<String> flaw(@Nullable Object entry, Map<String, String> values) {
        if (entry instanceof Map<?, ?> mapping) {
            return Stream.of("target", "published")
                    .filter(mapping::containsKey)
                    .flatMap(key -> numberFlaw(filled(mapping.get(key), values)).stream())
                    .findFirst();
        }
        var text = filled(entry, values);
        var match = SHORT.matcher(text);
        if (text.contains("$")) {
            return Optional.empty();
        }
        return match.matches()
                ? Stream.of(match.group("host"), match.group("container"))
                        .filter(range -> range != null && !range.isEmpty())
                        .flatMap(range -> numberFlaw(range).stream())
                        .findFirst()
                : Optional.of("'%s' must be HOST:CONTAINER, as in 8096:8096 or 6881:6881/udp".formatted(text));
    }

    private static String filled(@Nullable Object value, Map<String, String> values) {
        return TemplateVariables.fill(String.valueOf(value), values);
    }

    private static Optional<String> numberFlaw(String range) {
        return range.contains("$") || Stream.of(range.split("-", -1)).allMatch(PortMapping::isPort)
                ? Optional.empty()
                : Optional.of("'%s' must be a port from 1 to %d".formatted(range, LAST_PORT));
    }

    private static boolean isPort(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= LAST_PORT;
    }
}
