package media.usenet.transcode;

import java.time.Duration;
import java.util.List;

/// What is shown or heard when.
record Track(Kind kind, List<Keyframe> keyframes) {

    Track {
        keyframes = List.copyOf(keyframes);
    }

    enum Kind {
        VIDEO,
        AUDIO
    }

    /// @param input its number among the inputs
    record Keyframe(int input, Duration at, Duration length) {

        Duration end() {
            return at.plus(length);
        }
    }
}
