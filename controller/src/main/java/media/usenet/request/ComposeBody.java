package media.usenet.request;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.util.Optional;
import media.usenet.task.Flaws;
import media.usenet.task.FrameWish;
import media.usenet.task.Source;
import media.usenet.task.Task;
import org.jspecify.annotations.Nullable;

/// `POST /v1/compose/from-urls`: a film, another sound for it, music below.
///
/// @param video the film
/// @param audio in place of the film's own sound
/// @param music heard below it
/// @param duration in seconds; the film's where both are null
/// @param musicVolume 1 is as loud as it is; 0.3 where null
/// @param loopMusic whether music that is too short begins again
public record ComposeBody(
        @Nullable @JsonAlias({"video_url", "videoUrl"}) String video,
        @Nullable @JsonAlias({"audio_url", "audioUrl"}) String audio,
        @Nullable @JsonAlias({"bgm_url", "bgmUrl", "bgm"}) String music,
        @Nullable Double duration,
        @Nullable @JsonAlias("duration_ms") Long durationMs,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double fps,

        @Nullable @JsonAlias({"bgm_volume", "bgmVolume", "music_volume"})
        Double musicVolume,

        @Nullable @JsonAlias({"loop_bgm", "loopBgm", "loop_music"})
        Boolean loopMusic,

        @JsonUnwrapped JobOptions options)
        implements Body {

    private static final double LOUDEST = 5;
    private static final double USUAL_VOLUME = 0.3;
    private static final double MILLIS = 1000;
    private static final double LONGEST_SECONDS = 86_400;

    @Override
    public Task task(Flaws flaws) {
        return new Task.Compose(
                Sources.one(flaws, video, "video"),
                flaws.read(audio, "audio", Source::of),
                flaws.read(music, "music", Source::of),
                length(flaws),
                FrameWish.of(flaws, width, height, fps),
                flaws.within(musicVolume, "music_volume", 0, LOUDEST, USUAL_VOLUME),
                Boolean.TRUE.equals(loopMusic));
    }

    private Optional<Duration> length(Flaws flaws) {
        if (duration == null && durationMs == null) {
            return Optional.empty();
        }
        double seconds = durationMs == null ? duration == null ? 0 : duration : durationMs / MILLIS;
        flaws.within(Double.valueOf(seconds), "duration", 0.1, LONGEST_SECONDS, 0);
        return Optional.of(Duration.ofMillis(Math.round(seconds * MILLIS)));
    }
}
