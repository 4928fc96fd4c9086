package media.usenet.task;

import java.util.Optional;

/// What becomes of a film's sound.
///
/// @param codec by the name people give it; `copy` never encodes; empty copies what the format can hold
/// @param bitRate for what is encoded; empty for what fits the channels
public record SoundWish(Optional<String> codec, Optional<BitRate> bitRate) {

    public static final String COPY = "copy";
}
