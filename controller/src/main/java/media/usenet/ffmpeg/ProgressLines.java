package media.usenet.ffmpeg;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads what `-progress` prints: blocks of `key=value` that end with `progress=`. Values may be `N/A`, at the
/// beginning and in whole runs; they are 0 then.
final class ProgressLines {

    private final Map<String, String> block = new HashMap<>();

    /// @return what is known now, where this line ends a block
    Optional<Progress> read(String line) {
        int split = line.indexOf('=');
        if (split < 1) {
            return Optional.empty();
        }
        var key = line.substring(0, split).strip();
        block.put(key, line.substring(split + 1).strip());
        if (!key.equals("progress")) {
            return Optional.empty();
        }
        var progress = progress();
        block.clear();
        return Optional.of(progress);
    }

    private Progress progress() {
        return new Progress(
                (long) number("frame"),
                number("fps"),
                // Despite its name out_time_ms is in microseconds too, in every version.
                Duration.ofNanos((long) Math.max(0, number("out_time_us") * 1000)),
                (long) number("total_size"),
                number("speed"),
                "end".equals(block.get("progress")));
    }

    private double number(String key) {
        var text = block.getOrDefault(key, "");
        try {
            return Double.parseDouble(text.endsWith("x") ? text.substring(0, text.length() - 1) : text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
