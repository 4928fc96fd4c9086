package media.usenet.library;

import java.nio.file.Path;
import java.time.Instant;

/// A file as the walk met it.
///
/// @param place below the root
/// @param path from the machine's root
record Found(Place place, Path path, long bytes, Instant modified, FileKey key, int links) {}
