package media.usenet.ffmpeg;

import java.util.HashSet;
import java.util.Set;

/// What one binary of FFmpeg was built with.
///
/// @param configuration hash of its configure line: two builds of one version differ in it
public record FFmpegBuild(
        FFmpegVersion version,
        String configuration,
        Set<String> encoders,
        Set<String> decoders,
        Set<String> filters,
        Set<String> hwaccels) {

    public FFmpegBuild {
        encoders = Set.copyOf(encoders);
        decoders = Set.copyOf(decoders);
        filters = Set.copyOf(filters);
        hwaccels = Set.copyOf(hwaccels);
    }

    /// One text that changes whenever the binary does.
    public String key() {
        return key(version, configuration);
    }

    static String key(FFmpegVersion version, String configuration) {
        return version.name() + "/" + configuration;
    }

    /// The same without a filter that is built in and does not work on this machine.
    public FFmpegBuild without(String filter) {
        var working = new HashSet<>(filters);
        working.remove(filter);
        return new FFmpegBuild(version, configuration, encoders, decoders, working, hwaccels);
    }
}
