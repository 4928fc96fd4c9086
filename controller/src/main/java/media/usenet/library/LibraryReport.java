package media.usenet.library;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the library stands.
///
/// @param files how many entries there are, those of drives that are not there with them
/// @param bytes how large these are together
/// @param scans what the last scans came to, the latest first
/// @param watching why changes are not seen as they happen; null where they are
record LibraryReport(
        List<Place> roots,
        long files,
        long bytes,
        List<ScanSummary> scans,
        @Nullable String watching) {

    /// @param online whether its files can be read now
    record Place(String slot, Path path, boolean online, long files, long bytes) {}
}
