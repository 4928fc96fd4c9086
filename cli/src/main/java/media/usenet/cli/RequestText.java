package media.usenet.cli;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/// The body of a request as someone wrote it, with fields set from the command line. Left as it is, byte for byte,
/// where
/// none is.
final class RequestText {

    private final String text;
    private final Map<String, String> set = new LinkedHashMap<>();

    RequestText(String text) {
        this.text = text;
    }

    /// @param value a JSON value, or any other text, which then means itself
    void set(String field, String value) {
        set.put(field, value);
    }

    /// @throws CliProblem when fields are set in what is no JSON object
    String json() {
        if (set.isEmpty()) {
            return text;
        }
        var merged = new StringWriter();
        try (var in = new JsonReader(new StringReader(text));
                var out = new JsonWriter(merged)) {
            merge(in, out);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new MalformedJsonException("more than one value");
            }
        } catch (IOException | IllegalStateException e) {
            throw new CliProblem(
                    Exit.USAGE,
                    "REQUEST_INVALID",
                    "the request is no JSON object: " + e.getMessage(),
                    "correct it, or give every field as KEY=VALUE");
        }
        return merged.toString();
    }

    private void merge(JsonReader in, JsonWriter out) throws IOException {
        in.beginObject();
        out.beginObject();
        while (in.hasNext()) {
            var name = in.nextName();
            if (set.containsKey(name)) {
                in.skipValue();
            } else {
                out.name(name);
                copy(in, out);
            }
        }
        in.endObject();
        for (var field : set.entrySet()) {
            out.name(field.getKey());
            value(field.getValue(), out);
        }
        out.endObject();
    }

    private static void value(String value, JsonWriter out) throws IOException {
        var json = new StringWriter();
        try (var in = new JsonReader(new StringReader(value));
                var copy = new JsonWriter(json)) {
            copy(in, copy);
            if (in.peek() == JsonToken.END_DOCUMENT) {
                out.jsonValue(json.toString());
                return;
            }
        } catch (IOException | IllegalStateException e) {
            // no JSON: the text means itself
        }
        out.value(value);
    }

    /// One value with all that is in it; numbers digit by digit.
    private static void copy(JsonReader in, JsonWriter out) throws IOException {
        switch (in.peek()) {
            case BEGIN_OBJECT -> {
                in.beginObject();
                out.beginObject();
                while (in.hasNext()) {
                    out.name(in.nextName());
                    copy(in, out);
                }
                in.endObject();
                out.endObject();
            }
            case BEGIN_ARRAY -> {
                in.beginArray();
                out.beginArray();
                while (in.hasNext()) {
                    copy(in, out);
                }
                in.endArray();
                out.endArray();
            }
            case STRING -> out.value(in.nextString());
            case NUMBER -> out.jsonValue(in.nextString());
            case BOOLEAN -> out.value(in.nextBoolean());
            case NULL -> {
                in.nextNull();
                out.nullValue();
            }
            case END_ARRAY, END_OBJECT, NAME, END_DOCUMENT -> throw new MalformedJsonException("value expected");
        }
    }
}
