package media.usenet.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// A file that was downloaded, whole and on the disk.
///
/// @param from where it came from in the end, after redirects
/// @param contentType what the server said; nothing may rest on it
/// @param resumed how often a cut connection was taken up again
public record Fetched(Path file, long bytes, URI from, Optional<String> contentType, int resumed) {}
