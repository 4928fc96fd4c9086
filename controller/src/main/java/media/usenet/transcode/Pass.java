package media.usenet.transcode;

import java.time.Duration;
import java.util.List;

/// One run of FFmpeg.
///
/// @param length of what it makes, by which its progress is told; zero when unknown
/// @param share of the whole job's work
record Pass(List<String> arguments, Duration length, double share) {

    Pass {
        arguments = List.copyOf(arguments);
    }
}
