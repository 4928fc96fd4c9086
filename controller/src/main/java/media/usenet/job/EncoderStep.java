package media.usenet.job;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One step of the way to the encoder that did the work, with its reason: never taken in silence.
///
/// @param encoder `hevc_nvenc`, `libx265`
/// @param device the PCI slot or node; null for the processor
/// @param used whether this one made the output; otherwise it was passed over or failed
public record EncoderStep(String encoder, @Nullable String device, String lane, boolean used, String because) {

    public boolean isSameEncoder(String otherEncoder, @Nullable String otherDevice) {
        return encoder.equals(otherEncoder) && Objects.equals(device, otherDevice);
    }
}
