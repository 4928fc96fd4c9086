package media.usenet.library;

import media.usenet.ffmpeg.MediaFacts;
import org.jspecify.annotations.Nullable;

/// What looking into a file gave.
///
/// @param trouble why there are no facts; null where nothing is wrong
record Look(
        ProbeStatus status,
        @Nullable String trouble,
        @Nullable MediaFacts facts) {

    static final Look NOT_YET = new Look(ProbeStatus.NOT_PROBED, null, null);
}
