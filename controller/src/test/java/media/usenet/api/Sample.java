package media.usenet.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The sample answers, and whether a real one has their form.
public final class Sample {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Sample() {}

    public static String text(String name) {
        try (var in = Objects.requireNonNull(Sample.class.getResourceAsStream("/api/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    public static List<JsonNode> lines(String text) {
        return text.lines().filter(line -> !line.isEmpty()).map(Sample::json).toList();
    }

    /// The same keys everywhere, and values of the same kind; null goes with every kind.
    public static void assertSameForm(String name, String answer) {
        var sample = text(name);
        var lines = name.endsWith(".ndjson");
        assertSameForm(
                name, lines ? lines(sample) : List.of(json(sample)), lines ? lines(answer) : List.of(json(answer)));
    }

    private static void assertSameForm(String place, List<JsonNode> samples, List<JsonNode> answers) {
        var wanted = samples.stream().filter(node -> !node.isNull()).toList();
        var given = answers.stream().filter(node -> !node.isNull()).toList();
        if (wanted.isEmpty() || given.isEmpty()) {
            return;
        }
        var first = wanted.getFirst();
        assertThat(Stream.concat(wanted.stream(), given.stream()))
                .as(place)
                .allMatch(node -> node.getNodeType() == first.getNodeType());
        if (first.isArray()) {
            assertSameForm(place + "[]", items(wanted), items(given));
        }
        if (first.isObject()) {
            var keys = new TreeSet<>(first.propertyNames());
            assertThat(given)
                    .as(place)
                    .allSatisfy(node -> assertThat(node.propertyNames()).containsExactlyInAnyOrderElementsOf(keys));
            keys.forEach(key -> assertSameForm(place + "." + key, values(wanted, key), values(given, key)));
        }
    }

    private static List<JsonNode> items(List<JsonNode> arrays) {
        return arrays.stream().flatMap(array -> array.valueStream()).toList();
    }

    private static List<JsonNode> values(List<JsonNode> objects, String key) {
        return objects.stream().map(object -> object.path(key)).toList();
    }
}
