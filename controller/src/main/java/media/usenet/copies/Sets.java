package media.usenet.copies;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Sets of files that may still be the same, and how something known of them takes such sets apart.
final class Sets {

    private Sets() {}

    /// @param known nothing where it could not be found out: such a file is in no set any more
    /// @return two or more in each
    static <K> List<List<Body>> split(Collection<Body> files, Function<Body, @Nullable K> known) {
        Map<K, List<Body>> parts = HashMap.newHashMap(files.size());
        for (var file : files) {
            var key = known.apply(file);
            if (key != null) {
                parts.computeIfAbsent(key, _ -> new ArrayList<>(2)).add(file);
            }
        }
        return parts.values().stream().filter(part -> part.size() > 1).toList();
    }

    static <K> List<List<Body>> splitAll(List<List<Body>> sets, Function<Body, @Nullable K> known) {
        return sets.stream().flatMap(set -> split(set, known).stream()).toList();
    }
}
