package media.usenet.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How sound is to be written.
///
/// @param bitRate empty for the usual one
/// @param sampleRate in hertz; 0 for the source's
public record AudioWish(Format format, Optional<BitRate> bitRate, int sampleRate) {

    private static final BitRate USUAL = new BitRate(192_000);
    private static final List<String> LOSSLESS = List.of("flac", "pcm_s16le");

    /// FFmpeg's arguments for a file of sound alone.
    public List<String> arguments() {
        var arguments = new ArrayList<>(encoding());
        arguments.addAll(List.of("-map_metadata", "0", "-f", format.muxer()));
        return arguments;
    }

    /// The same without what it is wrapped in.
    public List<String> encoding() {
        var codec = format.audioCodecs().getFirst();
        var arguments = new ArrayList<>(List.of("-c:a", AudioCodec.encoder(codec)));
        if (!LOSSLESS.contains(codec)) {
            arguments.addAll(List.of("-b:a", bitRate.orElse(USUAL).toString()));
        }
        if (sampleRate > 0) {
            arguments.addAll(List.of("-ar", String.valueOf(sampleRate)));
        }
        return arguments;
    }
}
