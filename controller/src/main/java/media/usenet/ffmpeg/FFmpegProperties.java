package media.usenet.ffmpeg;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param program ffmpeg, by name or path
/// @param probeProgram ffprobe, likewise
@ConfigurationProperties("ffmpeg")
record FFmpegProperties(
        @DefaultValue("ffmpeg") String program,
        @DefaultValue("ffprobe") String probeProgram) {}
