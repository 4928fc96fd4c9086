package media.usenet.graph;

import java.time.Duration;
import java.util.List;

/// What makes the sound of different sources fit together.
public final class Sounds {

    static final int SAMPLE_RATE = 48_000;

    private static final double MILLIS = 1000.0;

    private Sounds() {}

    static List<Filter> stereo() {
        return List.of(
                Filter.of("aresample").with("sample_rate", SAMPLE_RATE),
                Filter.of("aformat").with("sample_fmts", "fltp").with("channel_layouts", "stereo"));
    }

    /// Silence for a source that has no sound.
    static Filter[] silence(Duration length) {
        return new Filter[] {
            Filter.of("anullsrc").with("r", SAMPLE_RATE).with("cl", "stereo"),
            Filter.of("atrim").with("duration", seconds(length))
        };
    }

    public static double seconds(Duration length) {
        return length.toMillis() / MILLIS;
    }
}
