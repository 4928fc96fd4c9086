package media.usenet.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Merge keys (`<<: *common`): YAML 1.2 dropped them, but Compose files are full of them and Compose reads them.
final class MergeKeys {

    private static final String MERGE = "<<";

    /// What is being resolved: whoever stands in here refers to itself.
    private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private MergeKeys() {}

    /// @throws YamlEngineException for what refers to itself
    static @Nullable Object resolve(@Nullable Object plain) {
        return new MergeKeys().resolved(plain);
    }

    private @Nullable Object resolved(@Nullable Object plain) {
        if (!(plain instanceof Map) && !(plain instanceof List)) {
            return plain;
        }
        if (!open.add(plain)) {
            throw new YamlEngineException("refers to itself");
        }
        var resolved = plain instanceof Map<?, ?> map ? resolved(map) : resolved((List<?>) plain);
        open.remove(plain);
        return resolved;
    }

    private List<@Nullable Object> resolved(List<?> list) {
        var resolved = new ArrayList<@Nullable Object>();
        list.forEach(item -> resolved.add(resolved(item)));
        return resolved;
    }

    private Map<Object, @Nullable Object> resolved(Map<?, ?> map) {
        var resolved = new LinkedHashMap<Object, @Nullable Object>();
        map.forEach((key, value) -> {
            if (!MERGE.equals(key)) {
                resolved.put(key, resolved(value));
            }
        });
        // What the mapping says itself wins over what it merges, and an earlier merge over a later one.
        sources(map.get(MERGE)).forEach(source -> resolved(source).forEach(resolved::putIfAbsent));
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
