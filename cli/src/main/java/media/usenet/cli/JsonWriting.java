package media.usenet.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the small JSON objects that the controller is asked with.
final class JsonWriting {

    private JsonWriting() {}

    /// @param pairs keys, each followed by its value: a text, a number, true or false, a list of texts, or null
    static String object(@Nullable Object... pairs) {
        var text = new StringWriter();
        try (var json = new JsonWriter(text)) {
            json.beginObject();
            for (int at = 0; at < pairs.length; at += 2) {
                json.name(String.valueOf(pairs[at]));
                value(json, pairs[at + 1]);
            }
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void value(JsonWriter json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.nullValue();
            case Number number -> json.value(number);
            case Boolean yes -> json.value(yes);
            case List<?> texts -> {
                json.beginArray();
                for (var text : texts) {
                    json.value(String.valueOf(text));
                }
                json.endArray();
            }
            default -> json.value(value.toString());
        }
    }
}
