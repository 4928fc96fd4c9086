package media.usenet.duplicates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import media.usenet.works.Evidence;
import media.usenet.works.Evidence.Looked;

/// Which files have the same bytes: one of them is looked at for all.
final class Alike {

    private final Map<Long, SortedSet<Long>> sets = new HashMap<>();

    private Alike() {}

    static Alike of(List<Evidence> evidence) {
        var alike = new Alike();
        evidence.stream()
                .filter(Evidence.SameBytes.class::isInstance)
                .forEach(pair -> alike.join(pair.first(), pair.second()));
        return alike;
    }

    private void join(long one, long other) {
        var joined = new TreeSet<Long>();
        joined.addAll(set(one));
        joined.addAll(set(other));
        joined.forEach(file -> sets.put(file, joined));
    }

    private SortedSet<Long> set(long file) {
        return sets.getOrDefault(file, new TreeSet<>(List.of(file)));
    }

    boolean first(long file) {
        return set(file).first() == file;
    }

    /// The same of all files that have these bytes.
    List<Looked> all(Looked seen) {
        return set(seen.first()).stream()
                .flatMap(first -> set(seen.second()).stream()
                        .map(second -> new Looked(first, second, seen.likeness(), seen.because())))
                .toList();
    }
}
