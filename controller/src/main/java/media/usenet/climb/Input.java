package media.usenet.climb;

import java.nio.file.Path;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.task.Source;

/// A source that has arrived.
///
/// @param file where it lies, which only its job's sandbox reads
public record Input(Source source, Path file, MediaFacts facts) {}
