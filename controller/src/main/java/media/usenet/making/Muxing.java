package media.usenet.making;

import java.util.ArrayList;
import java.util.List;
import media.usenet.task.Format;

/// How a file is written.
final class Muxing {

    private static final String FAST_START = "+faststart";

    private Muxing() {}

    /// @param hevc whether the picture is HEVC, which Apple's players open in MP4 only under that tag
    static List<String> of(Format format, boolean hevc) {
        var arguments = new ArrayList<>(List.of("-map_metadata", "0", "-map_chapters", "0"));
        // Streams that begin late would otherwise end a run that is fine: "Too many packets buffered".
        arguments.addAll(List.of("-max_muxing_queue_size", "4096"));
        if (format == Format.MP4 || format == Format.MOV) {
            arguments.addAll(List.of("-movflags", FAST_START));
            if (hevc) {
                arguments.addAll(List.of("-tag:v", "hvc1"));
            }
        }
        arguments.addAll(List.of("-f", format.muxer()));
        return arguments;
    }
}
