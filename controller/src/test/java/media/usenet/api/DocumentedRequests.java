package media.usenet.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The requests that the page for people describes.
public final class DocumentedRequests {

    public static final Path PAGE = Path.of("../docs/http.md");

    private static final Pattern SECTION = Pattern.compile("(?m)^### ");

    private DocumentedRequests() {}

    /// @param summary the first sentence
    public record Described(String summary, List<String> curl) {}

    /// By method and path: `GET /v1/services`.
    public static Map<String, Described> read() {
        try {
            var requests = new LinkedHashMap<String, Described>();
            for (var section : SECTION.split(Files.readString(PAGE), -1)) {
                var lines = section.lines().toList();
                if (lines.getFirst().matches("[A-Z]+ /.*")) {
                    requests.put(lines.getFirst(), described(section, lines));
                }
            }
            return requests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Described described(String section, List<String> lines) {
        var text = section.substring(section.indexOf('\n')).strip().replaceAll("\\s+", " ");
        var curl = lines.stream()
                .map(String::strip)
                .filter(line -> line.startsWith("curl "))
                .toList();
        return new Described(text.substring(0, text.indexOf('.') + 1), curl);
    }
}
