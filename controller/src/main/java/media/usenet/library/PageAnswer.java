package media.usenet.library;

import java.util.List;
import java.util.Map;

/// A page of files as it is answered over HTTP.
///
/// @param bytes how large all that match are together
/// @param facets for each facet its values among the files that match all of the filter but that facet
record PageAnswer(
        List<FileAnswer> files,
        long total,
        long bytes,
        int page,
        int size,
        long pages,
        Map<String, List<FacetCount>> facets) {

    static PageAnswer of(LibraryPage page) {
        var files =
                page.files().stream().map(file -> FileAnswer.of(file, false)).toList();
        return new PageAnswer(files, page.total(), page.bytes(), page.page(), page.size(), page.pages(), page.facets());
    }
}
