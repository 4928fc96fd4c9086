package media.usenet.making;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import media.usenet.ffmpeg.MediaFacts;
import org.jspecify.annotations.Nullable;

/// What a file must be before it is handed out: a run of FFmpeg that ends well may still have made half of it.
///
/// @param videoCodec as ffprobe says it; empty for a file of sound alone
/// @param soundTracks how many
/// @param length zero where it is not known
public record Expected(Optional<String> videoCodec, int soundTracks, Duration length) {

    private static final Duration ALWAYS_FORGIVEN = Duration.ofSeconds(1);
    private static final int PART_FORGIVEN = 50;

    /// What is not as it should be; empty when all is.
    public List<String> missing(MediaFacts made) {
        var missing = new ArrayList<String>();
        var video = made.film().map(MediaFacts.Video::codec);
        if (!video.equals(videoCodec)) {
            missing.add("its video is %s, not %s".formatted(video.orElse("none"), videoCodec.orElse("none")));
        }
        if (made.audio().size() < soundTracks) {
            missing.add("it has %d sound tracks, not %d".formatted(made.audio().size(), soundTracks));
        }
        if (tooShort(made.duration())) {
            missing.add("it lasts %s, not %s".formatted(made.duration(), length));
        }
        return missing;
    }

    /// Containers round, sound outlives the picture: a fiftieth, and a second in any case.
    private boolean tooShort(@Nullable Duration made) {
        if (length.isZero()) {
            return false;
        }
        var forgiven = length.dividedBy(PART_FORGIVEN);
        var least = length.minus(forgiven.compareTo(ALWAYS_FORGIVEN) > 0 ? forgiven : ALWAYS_FORGIVEN);
        return made == null || made.compareTo(least) < 0;
    }
}
