package media.usenet.formats;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/// The numbers that the applications have for languages.
final class Languages {

    private record Numbers(int radarr, int sonarr) {

        int of(Application application) {
            return switch (application) {
                case RADARR -> radarr;
                case SONARR -> sonarr;
            };
        }
    }

    private static final Map<String, Numbers> NUMBERS = read();

    private Languages() {}

    /// @param code BCP 47; a region that has no number of its own is its language
    static OptionalInt number(Application application, String code) {
        var numbers = NUMBERS.get(code);
        if (numbers == null && code.indexOf('-') > 0) {
            numbers = NUMBERS.get(code.substring(0, code.indexOf('-')));
        }
        return numbers == null || numbers.of(application) == 0
                ? OptionalInt.empty()
                : OptionalInt.of(numbers.of(application));
    }

    private static Map<String, Numbers> read() {
        var in = Objects.requireNonNull(Languages.class.getResourceAsStream("languages.txt"));
        var numbers = new HashMap<String, Numbers>();
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> {
                        var words = line.split(" ", -1);
                        numbers.put(words[0], new Numbers(Integer.parseInt(words[1]), Integer.parseInt(words[2])));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return numbers;
    }
}
