package media.usenet.request;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import media.usenet.task.Flaws;
import media.usenet.task.Task;
import org.jspecify.annotations.Nullable;

/// `POST /v1/image/to-mp4-loop`: a picture that stays.
///
/// @param duration in seconds; 30 where null
public record LoopBody(
        @Nullable @JsonAlias({"image_url", "input_url", "imageUrl", "image"})
        String input,

        @Nullable Integer duration,
        @Nullable Double fps,
        @JsonUnwrapped JobOptions options)
        implements Body {

    private static final int USUAL_SECONDS = 30;
    private static final int LONGEST_SECONDS = 3600;
    private static final double USUAL_FPS = 30;
    private static final double MOST_FPS = 60;

    @Override
    public Task task(Flaws flaws) {
        return new Task.Loop(
                Sources.one(flaws, input, "input"),
                Duration.ofSeconds(flaws.within(duration, "duration", 1, LONGEST_SECONDS, USUAL_SECONDS)),
                flaws.within(fps, "fps", 1, MOST_FPS, USUAL_FPS));
    }
}
