package media.usenet.library;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Counts files by every facet at once, from cells of files that are alike. Pure.
final class FacetCounts {

    private static final Comparator<FacetCount> MOST_FIRST =
            Comparator.comparingLong(FacetCount::files).reversed().thenComparing(FacetCount::value);
    private static final int FACETS = Facet.values().length;

    private final Map<Facet, Map<String, FacetCount>> counts = new HashMap<>();
    private long files;
    private long bytes;

    private FacetCounts() {}

    static FacetCounts of(List<CountedCell> cells, LibraryFilter filter) {
        var counts = new FacetCounts();
        cells.forEach(cell -> counts.add(cell, filter));
        return counts;
    }

    /// A cell that fails in one facet alone still counts for that one: it says what another choice there would give.
    private void add(CountedCell cell, LibraryFilter filter) {
        Facet failed = null;
        for (var facet : filter.wanted().keySet()) {
            if (!cell.matches(facet, filter.wanted(facet))) {
                if (failed != null) {
                    return;
                }
                failed = facet;
            }
        }
        if (failed == null) {
            files += cell.files();
            bytes += cell.bytes();
            for (var facet : Facet.values()) {
                count(facet, cell);
            }
        } else {
            count(failed, cell);
        }
    }

    private void count(Facet facet, CountedCell cell) {
        var values = counts.computeIfAbsent(facet, _ -> new HashMap<>());
        for (var value : cell.values(facet)) {
            values.merge(
                    value,
                    new FacetCount(value, cell.files(), cell.bytes()),
                    (one, _) -> one.plus(cell.files(), cell.bytes()));
        }
    }

    long files() {
        return files;
    }

    long bytes() {
        return bytes;
    }

    Map<String, List<FacetCount>> facets() {
        var all = new LinkedHashMap<String, List<FacetCount>>(FACETS);
        for (var facet : Facet.values()) {
            var values = counts.getOrDefault(facet, Map.of()).values();
            all.put(facet.word(), values.stream().sorted(MOST_FIRST).toList());
        }
        return all;
    }
}
