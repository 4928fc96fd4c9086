package media.usenet.library;

import java.nio.file.Path;
import java.time.Instant;
import media.usenet.ffmpeg.MediaFacts;
import org.jspecify.annotations.Nullable;

/// A media file as the catalog has it.
///
/// @param slot whose drive it is on; for a folder of the settings, that folder
/// @param path where it is while its drive is there
/// @param modified to the millisecond
/// @param links how many names its bytes have, those outside of the library with them
/// @param trouble why there are no facts; null where nothing is wrong
/// @param facts null where looking into it gave none
/// @param seen when it was last found there
/// @param probed when it was last looked into; null when never
public record LibraryFile(
        long id,
        String slot,
        Area area,
        Path path,
        long bytes,
        Instant modified,
        FileKey key,
        int links,
        Presence presence,
        ProbeStatus status,
        @Nullable String trouble,
        @Nullable MediaFacts facts,
        Instant seen,
        @Nullable Instant probed) {

    public LibraryFile {
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException("not from the root: " + path);
        }
    }
}
