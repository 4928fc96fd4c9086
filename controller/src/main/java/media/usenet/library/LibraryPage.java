package media.usenet.library;

import java.util.List;
import java.util.Map;

/// Some of the files that match a filter.
///
/// @param total how many match
/// @param bytes how large these are together
/// @param page from 1
/// @param facets for each [Facet] its values among the files that match all of the filter but that facet, the most
///     frequent first
public record LibraryPage(
        List<LibraryFile> files,
        long total,
        long bytes,
        int page,
        int size,
        long pages,
        Map<String, List<FacetCount>> facets) {

    public LibraryPage {
        files = List.copyOf(files);
    }
}
