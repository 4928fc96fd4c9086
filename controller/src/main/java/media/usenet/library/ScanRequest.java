package media.usenet.library;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is to be scanned; everything that is there where neither slots nor paths are named.
///
/// @param slots slots, or folders of the settings
/// @param paths files and folders in the library
/// @param again looks into files though they did not change
record ScanRequest(
        @Nullable List<String> slots,
        @Nullable List<String> paths,
        @Nullable Boolean again) {

    static final ScanRequest ALL = new ScanRequest(null, null, null);

    List<String> slotNames() {
        return Objects.requireNonNullElse(slots, List.of());
    }

    List<String> pathNames() {
        return Objects.requireNonNullElse(paths, List.of());
    }

    boolean everything() {
        return slotNames().isEmpty() && pathNames().isEmpty();
    }

    boolean lookAgain() {
        return Boolean.TRUE.equals(again);
    }
}
