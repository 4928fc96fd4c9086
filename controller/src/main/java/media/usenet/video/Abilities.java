package media.usenet.video;

import java.util.Set;
import media.usenet.ffmpeg.MediaFacts.Video;

/// What was proved of an encoder on its device, beyond that it encodes.
///
/// @param enhanced the options that only some devices know work
/// @param decodes what the device decodes, as codec and bits: `hevc:10`
public record Abilities(boolean enhanced, Set<String> decodes) {

    public static final Abilities NONE = new Abilities(false, Set.of());

    public Abilities {
        decodes = Set.copyOf(decodes);
    }

    boolean decodes(Video input) {
        return decodes.contains(input.codec() + ":" + input.bitDepth());
    }
}
