package media.usenet.library;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tells how the library stands.
final class LibraryStand {

    private final Library library;
    private final Catalog catalog;
    private final Roots roots;
    private final Supplier<@Nullable String> watching;

    /// @param watching why changes are not seen as they happen; null where they are
    LibraryStand(Library library, Catalog catalog, Roots roots, Supplier<@Nullable String> watching) {
        this.library = library;
        this.catalog = catalog;
        this.roots = roots;
        this.watching = watching;
    }

    /// @param scans how many of the last scans are told
    LibraryReport report(int scans) {
        var page = library.page(LibraryFilter.ALL, "name", 1, 0);
        var counts = page.facets().getOrDefault(Facet.SLOT.word(), List.of()).stream()
                .collect(Collectors.toMap(FacetCount::value, count -> count));
        return new LibraryReport(
                roots.all().stream().map(root -> place(root, counts)).toList(),
                page.total(),
                page.bytes(),
                catalog.scans(scans),
                watching.get());
    }

    private static LibraryReport.Place place(Root root, Map<String, FacetCount> counts) {
        var count = counts.getOrDefault(root.slot(), new FacetCount(root.slot(), 0, 0));
        return new LibraryReport.Place(root.slot(), root.path(), root.online(), count.files(), count.bytes());
    }
}
