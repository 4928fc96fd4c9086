package media.usenet.picture;

import java.nio.file.Path;
import media.usenet.ffmpeg.MediaFacts;

/// A file whose picture is compared.
///
/// @param fingerprint read from this file, as it is now
public record Film(Path file, MediaFacts facts, Fingerprint fingerprint) {}
