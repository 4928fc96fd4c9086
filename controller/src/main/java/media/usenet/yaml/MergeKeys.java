package media.usenet.yaml;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Merge keys (`<<: *common`): YAML 1.2 dropped them, but Compose files are full of them and Compose reads them.
final class MergeKeys {

    private static final String MERGE = "<<";

    private MergeKeys() {}

    static @Nullable Object resolve(@Nullable Object plain) {
        return switch (plain) {
            case Map<?, ?> map -> resolve(map);
            case List<?> list -> list.stream().map(MergeKeys::resolve).toList();
            case null, default -> plain;
        };
    }

    private static Map<Object, @Nullable Object> resolve(Map<?, ?> map) {
        var resolved = new LinkedHashMap<Object, @Nullable Object>();
        map.forEach((key, value) -> {
            if (!MERGE.equals(key)) {
                resolved.put(key, resolve(value));
            }
        });
        // What the mapping says itself wins over what it merges, and an earlier merge over a later one.
        sources(map.get(MERGE)).forEach(source -> resolve(source).forEach(resolved::putIfAbsent));
        return resolved;
    }

    private static List<Map<?, ?>> sources(@Nullable Object merged) {
        return switch (merged) {
            case Map<?, ?> one -> List.of(one);
            case Collection<?> several ->
                several.stream()
                        .<Map<?, ?>>mapMulti((item, sources) -> {
                            if (item instanceof Map<?, ?> map) {
                                sources.accept(map);
                            }
                        })
                        .toList();
            case null, default -> List.of();
        };
    }
}
