package media.usenet.encoders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import media.usenet.video.Codec;

/// What was measured, the latest run first.
///
/// @param runs no more than the last twenty
public record BenchmarkHistory(List<Run> runs) {

    private static final int KEPT = 20;

    public BenchmarkHistory {
        runs = List.copyOf(runs);
    }

    /// @param ffmpeg its version then
    public record Run(Instant at, String ffmpeg, List<Figure> figures) {

        public Run {
            figures = List.copyOf(figures);
        }
    }

    /// @param lines height of the picture: 480, 1080, 2160
    /// @param fps frames encoded each second, decoding and filtering apart
    /// @param frames how many were encoded to say so
    public record Figure(String encoder, String device, String lane, Codec codec, int lines, double fps, long frames) {}

    BenchmarkHistory with(Run run) {
        var all = new ArrayList<Run>();
        all.add(run);
        all.addAll(runs.subList(0, Math.min(runs.size(), KEPT - 1)));
        return new BenchmarkHistory(all);
    }
}
