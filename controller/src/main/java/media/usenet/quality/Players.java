package media.usenet.quality;

import java.util.Set;
import media.usenet.ffmpeg.MediaFacts.HdrKind;

/// What the user's players can do, all of them.
///
/// @param shows kinds of high dynamic range that they show as such
/// @param channels how many channels of sound they play
/// @param lossless whether they play lossless and object sound as such
public record Players(Set<HdrKind> shows, int channels, boolean lossless) {

    public Players {
        shows = Set.copyOf(shows);
        if (channels < 1) {
            throw new IllegalArgumentException(channels + " channels");
        }
    }
}
