package media.usenet.smart;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What every answer of smartctl has in common: its JSON, its numbers, its messages.
final class SmartJson {

    /// What `-d` takes, listed after a type it did not know: a page of text that helps nobody here.
    private static final String USAGE = "=======>";

    private SmartJson() {}

    /// Empty for a text that is no JSON: smartctl before 7.0, or one that was cut short.
    static Optional<JsonNode> parse(String stdout) {
        try {
            return Optional.of(JsonMapper.shared().readTree(stdout)).filter(JsonNode::isObject);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /// None where it is absent, no whole number, or too large for one: NVMe counts in 128 bits.
    static @Nullable Long number(JsonNode from, String... path) {
        var node = from;
        for (var name : path) {
            node = node.path(name);
        }
        return node.isIntegralNumber() && node.canConvertToLong() ? node.longValue() : null;
    }

    static Stream<String> messages(JsonNode root) {
        return root.path("smartctl").path("messages").values().stream()
                .map(message -> message.path("string").asString(""));
    }

    /// What went wrong, in smartctl's own words; empty where it said nothing.
    static String errors(JsonNode root) {
        return root.path("smartctl").path("messages").values().stream()
                .filter(message -> message.path("severity").asString("").equals("error"))
                .map(message -> message.path("string").asString(""))
                .filter(text -> !text.isBlank() && !text.startsWith(USAGE))
                .collect(Collectors.joining("; "));
    }
}
