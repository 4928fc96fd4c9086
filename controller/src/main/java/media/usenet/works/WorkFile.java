package media.usenet.works;

import java.time.Duration;
import media.usenet.naming.Release;
import org.jspecify.annotations.Nullable;

/// A file as far as it tells of a work.
///
/// @param path with its folders, which may say what the file is of
/// @param release what the path says
/// @param duration null when it is not known
/// @param worth null for a file that cannot be read as a film
public record WorkFile(
        long id,
        String slot,
        String path,
        long bytes,
        Release release,
        @Nullable Duration duration,
        @Nullable Worth worth) {}
