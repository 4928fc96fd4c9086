package media.usenet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Server-sent events, one at a time: fields up to an empty line, as the HTML standard has them.
final class EventStream {

    /// @param id null where the event has none
    record Sent(@Nullable String id, String name, String data) {}

    private final BufferedReader lines;

    EventStream(InputStream in) {
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /// The next whole event; null when the stream ends, whatever stands unfinished before the end.
    @Nullable
    Sent next() throws IOException {
        String id = null;
        var name = "message";
        var data = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty() && !data.isEmpty()) {
                return new Sent(id, name, data.substring(0, data.length() - 1));
            }
            var value = value(line);
            switch (field(line)) {
                case "id" -> id = value;
                case "event" -> name = value;
                case "data" -> data.append(value).append('\n');
                default -> {} // comments keep the connection alive; unknown fields are to be ignored
            }
        }
        return null;
    }

    private static String field(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? line : line.substring(0, colon);
    }

    private static String value(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            return "";
        }
        return line.startsWith(" ", colon + 1) ? line.substring(colon + 2) : line.substring(colon + 1);
    }
}
