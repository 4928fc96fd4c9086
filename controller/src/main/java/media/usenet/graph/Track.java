package media.usenet.graph;

import java.time.Duration;
import java.util.List;

/// What is shown or heard when.
public record Track(Kind kind, List<Keyframe> keyframes) {

    public Track {
        keyframes = List.copyOf(keyframes);
    }

    public enum Kind {
        VIDEO,
        AUDIO
    }

    /// @param input its number among the inputs
    public record Keyframe(int input, Duration at, Duration length) {

        Duration end() {
            return at.plus(length);
        }
    }
}
