package media.usenet.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The counts that were asked for last: who turns a page asks for the same ones again, and counting reads every row.
/// Safe to use from several threads.
final class RecentCounts {

    private static final int KEPT = 16;

    /// What the counts depend on.
    ///
    /// @param version of the catalog
    record Question(long version, Set<String> online, LibraryFilter filter) {}

    private final Map<Question, FacetCounts> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, FacetCounts> eldest) {
            return size() > KEPT;
        }
    };

    /// Two who ask at once may both count.
    FacetCounts of(Question question, Supplier<FacetCounts> count) {
        synchronized (kept) {
            var known = kept.get(question);
            if (known != null) {
                return known;
            }
        }
        var counts = count.get();
        synchronized (kept) {
            kept.put(question, counts);
        }
        return counts;
    }
}
