package media.usenet.climb;

import java.time.Duration;
import java.util.List;

/// One run of FFmpeg.
///
/// @param length of what it makes, by which its progress is told; zero when unknown
/// @param share of the whole job's work
public record Pass(List<String> arguments, Duration length, double share) {

    public Pass {
        arguments = List.copyOf(arguments);
    }
}
