package media.usenet.library;

import java.util.Map;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.ffmpeg.MediaFacts.Video;
import org.jspecify.annotations.Nullable;

/// What files are sorted by, and cut by ranges. Pure.
final class FactColumns {

    private FactColumns() {}

    static Map<String, Object> of(@Nullable MediaFacts facts) {
        int height = facts == null ? 0 : facts.film().map(Video::height).orElse(0);
        return Map.of("height", height, "duration_ms", durationMillis(facts), "bitrate", bitrate(facts));
    }

    /// 0 where it is not known.
    static long durationMillis(@Nullable MediaFacts facts) {
        return facts == null || facts.duration() == null ? 0 : facts.duration().toMillis();
    }

    /// 0 where it is not known.
    static long bitrate(@Nullable MediaFacts facts) {
        return facts == null ? 0 : facts.bitrate();
    }
}
