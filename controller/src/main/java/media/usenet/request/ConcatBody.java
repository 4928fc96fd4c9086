package media.usenet.request;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import media.usenet.task.Flaws;
import media.usenet.task.FrameWish;
import media.usenet.task.Task;
import org.jspecify.annotations.Nullable;

/// `POST /v1/video/concat`: clips of any kind, one after the other.
///
/// @param clips in their order
/// @param width of the frame that all are fitted into; the first clip's where null
public record ConcatBody(
        @Nullable @JsonAlias({"urls", "video_urls", "videoUrls", "inputs"})
        List<String> clips,

        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Double fps,
        @JsonUnwrapped JobOptions options)
        implements Body {

    private static final int MOST = 100;

    @Override
    public Task task(Flaws flaws) {
        return new Task.Concat(Sources.several(flaws, clips, "clips", MOST), FrameWish.of(flaws, width, height, fps));
    }
}
