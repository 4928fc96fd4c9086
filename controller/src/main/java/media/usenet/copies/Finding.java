package media.usenet.copies;

import java.nio.file.Path;

/// A file of which cannot be said whether it has the same bytes as another, and why. It is in no group.
///
/// @param because for people
public record Finding(Path path, Kind kind, String because) {

    public enum Kind {
        /// There is nothing in it to compare.
        EMPTY,
        /// Most of it has never been written: a download that goes on, or that was given up.
        SPARSE,
        /// It may not be read.
        FORBIDDEN,
        /// It is gone, or its drive is.
        VANISHED,
        /// It is not what it was when it was listed: it grew, was written to or replaced.
        CHANGED,
        /// Its drive does not give its bytes.
        UNREADABLE
    }
}
