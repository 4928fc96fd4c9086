package media.usenet.queue;

import java.util.List;
import java.util.Map;
import media.usenet.job.EncoderStep;
import media.usenet.job.Lane;
import media.usenet.job.Progress;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What stands in columns as JSON.
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<List<EncoderStep>> STEPS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Lane>> LANES = new TypeReference<>() {};

    private Json() {}

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static JsonNode tree(String text) {
        return MAPPER.readTree(text);
    }

    public static @Nullable Map<String, Object> object(@Nullable String text) {
        return text == null ? null : MAPPER.readValue(text, OBJECT);
    }

    public static @Nullable Progress progress(@Nullable String text) {
        return text == null ? null : MAPPER.readValue(text, Progress.class);
    }

    public static List<EncoderStep> steps(@Nullable String text) {
        return text == null ? List.of() : MAPPER.readValue(text, STEPS);
    }

    public static List<String> texts(@Nullable String text) {
        return text == null ? List.of() : MAPPER.readValue(text, TEXTS);
    }

    static List<Lane> lanes(String text) {
        return MAPPER.readValue(text, LANES);
    }
}
