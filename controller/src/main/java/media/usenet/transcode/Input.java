package media.usenet.transcode;

import java.nio.file.Path;
import media.usenet.ffmpeg.MediaFacts;

/// A source that has arrived.
///
/// @param file where it lies, which only its job's sandbox reads
record Input(Source source, Path file, MediaFacts facts) {}
