package media.usenet.library;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is to be written down of a file.
///
/// @param id of its entry; null for a new one
/// @param look null where what is known of its content stays
record Entry(
        @Nullable Long id, Root root, Found found, @Nullable Look look) {

    Entry with(Look other) {
        return new Entry(id, root, found, other);
    }

    long requireId() {
        return Objects.requireNonNull(id, "the entry is a new one");
    }
}
