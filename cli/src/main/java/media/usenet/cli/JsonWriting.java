package media.usenet.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes small JSON objects.
final class JsonWriting {

    private JsonWriting() {}

    static String object(Map<String, Object> fields) {
        var pairs = new ArrayList<Object>();
        fields.forEach((key, value) -> {
            pairs.add(key);
            pairs.add(value);
        });
        return object(pairs.toArray());
    }

    /// @param pairs keys, each followed by its value: a text, a number, true or false, a list of these, fields, or
    ///     null
    static String object(@Nullable Object... pairs) {
        var text = new StringWriter();
        try (var json = new JsonWriter(text)) {
            fields(json, pairs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void fields(JsonWriter json, @Nullable Object... pairs) throws IOException {
        json.beginObject();
        for (int at = 0; at < pairs.length; at += 2) {
            json.name(String.valueOf(pairs[at]));
            value(json, pairs[at + 1]);
        }
        json.endObject();
    }

    private static void value(JsonWriter json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.nullValue();
            case Number number -> json.value(number);
            case Boolean yes -> json.value(yes);
            case JsonFields fields -> fields(json, fields.pairs());
            case List<?> values -> {
                json.beginArray();
                for (var each : values) {
                    value(json, each);
                }
                json.endArray();
            }
            default -> json.value(value.toString());
        }
    }
}
