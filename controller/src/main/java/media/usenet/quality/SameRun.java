package media.usenet.quality;

import java.time.Duration;
import media.usenet.ffmpeg.MediaFacts;

/// Whether two files may run alike from the first to the last frame, as far as their lengths tell.
enum SameRun {
    /// Tracks of one fit the other.
    ALIKE,
    /// Near enough to be the same cut; black frames or a logo at an end differ.
    NEARLY,
    /// Another cut, another speed, or a part is missing.
    DIFFERENT,
    UNKNOWN;

    private static final Duration A_FRAME = Duration.ofMillis(100);
    private static final Duration AN_ENDING = Duration.ofSeconds(5);

    static SameRun of(MediaFacts one, MediaFacts other) {
        if (one.duration() == null
                || other.duration() == null
                || one.film().isEmpty()
                || other.film().isEmpty()) {
            return UNKNOWN;
        }
        var apart = one.duration().minus(other.duration()).abs();
        if (apart.compareTo(AN_ENDING) > 0) {
            return DIFFERENT;
        }
        var rate = one.film().get().frameRate();
        boolean steady = rate.known() && rate.equals(other.film().get().frameRate());
        return steady && apart.compareTo(A_FRAME) <= 0 ? ALIKE : NEARLY;
    }
}
