package media.usenet.cli;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A JSON object that the controller sent. A field that is absent, or of another kind than asked for, reads as null
/// or empty: a controller of another version may say more or less than this program knows.
///
/// Read token by token: a binding library takes longer to load than all the rest of this program.
final class JsonObject {

    static final JsonObject EMPTY = new JsonObject(Map.of());

    private final Map<String, @Nullable Object> fields;

    private JsonObject(Map<String, @Nullable Object> fields) {
        this.fields = fields;
    }

    static JsonObject of(String key, double number) {
        return new JsonObject(Map.of(key, number));
    }

    /// @throws IOException when the text is not one whole JSON object
    static JsonObject parse(String text) throws IOException {
        try (var json = new JsonReader(new StringReader(text))) {
            var object = object(json);
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("more than one JSON object");
            }
            return object;
        } catch (IllegalStateException e) {
            throw new MalformedJsonException("not a JSON object", e);
        }
    }

    private static JsonObject object(JsonReader json) throws IOException {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        json.beginObject();
        while (json.hasNext()) {
            fields.put(json.nextName(), value(json));
        }
        json.endObject();
        return new JsonObject(fields);
    }

    private static @Nullable Object value(JsonReader json) throws IOException {
        return switch (json.peek()) {
            case BEGIN_OBJECT -> object(json);
            case BEGIN_ARRAY -> list(json);
            case STRING -> json.nextString();
            case NUMBER -> json.nextDouble();
            case BOOLEAN -> json.nextBoolean();
            case NULL -> {
                json.nextNull();
                yield null;
            }
            case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT -> throw new MalformedJsonException("value expected");
        };
    }

    private static List<@Nullable Object> list(JsonReader json) throws IOException {
        var values = new ArrayList<@Nullable Object>();
        json.beginArray();
        while (json.hasNext()) {
            values.add(value(json));
        }
        json.endArray();
        return values;
    }

    /// In the order in which they came.
    Set<String> keys() {
        return fields.keySet();
    }

    /// Whether it is a text, a number, true or false.
    boolean isPlain(String key) {
        var value = fields.get(key);
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    boolean has(String key) {
        return fields.get(key) != null;
    }

    @Nullable
    String text(String key) {
        return shown(fields.get(key));
    }

    String text(String key, String otherwise) {
        var text = text(key);
        return text == null ? otherwise : text;
    }

    double number(String key, double otherwise) {
        return fields.get(key) instanceof Double number ? number : otherwise;
    }

    boolean flag(String key) {
        return Boolean.TRUE.equals(fields.get(key));
    }

    JsonObject object(String key) {
        return fields.get(key) instanceof JsonObject object ? object : EMPTY;
    }

    List<JsonObject> objects(String key) {
        var objects = new ArrayList<JsonObject>();
        for (var value : values(key)) {
            if (value instanceof JsonObject object) {
                objects.add(object);
            }
        }
        return objects;
    }

    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (var value : values(key)) {
            var text = shown(value);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private List<?> values(String key) {
        return fields.get(key) instanceof List<?> values ? values : List.of();
    }

    private static @Nullable String shown(@Nullable Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue())
                : value == null ? null : value.toString();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
