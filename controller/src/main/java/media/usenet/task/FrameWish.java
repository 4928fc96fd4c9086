package media.usenet.task;

import java.util.Optional;
import media.usenet.graph.PictureSize;
import org.jspecify.annotations.Nullable;

/// The frame that pictures of several sources are fitted into.
///
/// @param size empty for the first source's
/// @param fps 0 for the first source's
public record FrameWish(Optional<PictureSize> size, double fps) {

    private static final double MOST_FPS = 240;

    public static FrameWish of(Flaws flaws, @Nullable Integer width, @Nullable Integer height, @Nullable Double fps) {
        flaws.require((width == null) == (height == null), "width", "give width and height, or neither");
        var size = width == null || height == null
                ? Optional.<PictureSize>empty()
                : flaws.read(width + "x" + height, "width", PictureSize::of);
        return new FrameWish(size, flaws.within(fps, "fps", 1, MOST_FPS, 0));
    }
}
