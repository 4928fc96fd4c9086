package media.usenet.graph;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One filter of a graph that we write ourselves: its values are numbers and words of ours, never text of a user's.
public record Filter(String name, Map<String, String> values) {

    /// Nothing that a filter graph would read as more than a value.
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.()/*+|<>-]*");

    public Filter {
        values = new LinkedHashMap<>(values);
        values.forEach((key, value) -> {
            if (!PLAIN.matcher(value).matches()) {
                throw new IllegalArgumentException("filter %s: %s=%s is not plain".formatted(name, key, value));
            }
        });
    }

    public static Filter of(String name) {
        return new Filter(name, Map.of());
    }

    public Filter with(String key, String value) {
        var more = new LinkedHashMap<>(values);
        more.put(key, value);
        return new Filter(name, more);
    }

    public Filter with(String key, long value) {
        return with(key, String.valueOf(value));
    }

    public Filter with(String key, double value) {
        return with(key, number(value));
    }

    /// As FFmpeg's parser reads it: with a point, whatever the machine's language is.
    public static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value).replaceFirst("\\.?0+$", "");
    }

    @Override
    public String toString() {
        return values.isEmpty()
                ? name
                : name
                        + values.entrySet().stream()
                                .map(value -> value.getKey() + "=" + value.getValue())
                                .collect(Collectors.joining(":", "=", ""));
    }
}
