package media.usenet.services;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One key of a Compose service that is to change.
///
/// @param key as a path: `environment.TZ`
/// @param from null when the key is new
/// @param to null when it goes
record Difference(
        String key, @Nullable String from, @Nullable String to) {

    static List<Difference> between(Map<String, Object> before, Map<String, Object> after) {
        var old = flatten(before);
        var young = flatten(after);
        var keys = new TreeSet<>(old.keySet());
        keys.addAll(young.keySet());
        var differences = new ArrayList<Difference>();
        for (var key : keys) {
            if (!Objects.equals(old.get(key), young.get(key))) {
                differences.add(new Difference(key, old.get(key), young.get(key)));
            }
        }
        return differences;
    }

    private static Map<String, String> flatten(Map<?, ?> model) {
        var flat = new TreeMap<String, String>();
        flatten("", model, flat);
        return flat;
    }

    private static void flatten(String path, @Nullable Object value, Map<String, String> flat) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, item) -> flatten(path.isEmpty() ? key.toString() : path + "." + key, item, flat));
            case Collection<?> list ->
                flat.put(path, list.stream().map(Difference::brief).collect(Collectors.joining(", ")));
            case null -> flat.put(path, "");
            default -> flat.put(path, value.toString());
        }
    }

    /// A bind mount reads better as its two ends.
    private static String brief(Object item) {
        return item instanceof Map<?, ?> mount && mount.containsKey("target")
                ? "%s:%s".formatted(mount.get("source"), mount.get("target"))
                : String.valueOf(item);
    }
}
