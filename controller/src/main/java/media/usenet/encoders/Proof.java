package media.usenet.encoders;

import java.util.Set;
import media.usenet.ffmpeg.FailureKind;
import media.usenet.video.Codec;
import media.usenet.video.Family;
import org.jspecify.annotations.Nullable;

/// What came of encoding ten frames: on that device, to that codec, with that many bits.
///
/// @param encoder FFmpeg's name: `hevc_nvenc`
/// @param device id of the device
/// @param bitDepth 8 or 10
/// @param enhanced whether the options that only some devices know work too
/// @param decodes what the device's decoder fed it, so that frames never left it, as codec and bits: `hevc:10`
/// @param failure null when it is proved
/// @param reason one sentence: what was seen
/// @param millis how long it took
public record Proof(
        String encoder,
        Family family,
        String device,
        Codec codec,
        int bitDepth,
        boolean enhanced,
        Set<String> decodes,
        @Nullable FailureKind failure,
        String reason,
        long millis) {

    public Proof {
        decodes = Set.copyOf(decodes);
    }

    Proof decoding(Set<String> found) {
        return new Proof(encoder, family, device, codec, bitDepth, enhanced, found, failure, reason, millis);
    }

    Proof lasting(long more) {
        return new Proof(encoder, family, device, codec, bitDepth, enhanced, decodes, failure, reason, millis + more);
    }

    public boolean proved() {
        return failure == null;
    }
}
