package media.usenet.copies;

import org.jspecify.annotations.Nullable;

/// What has been read of one file.
///
/// @param sample of its first, middle and last 4 KiB
/// @param whole of all its bytes; none while its sample told it from all others
public record Hashes(Hash sample, @Nullable Hash whole) {}
