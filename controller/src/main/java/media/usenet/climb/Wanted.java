package media.usenet.climb;

import java.util.List;
import media.usenet.encoders.HardwareWish;
import media.usenet.video.Codec;
import media.usenet.video.VideoSpec;

/// What video is wanted, and how far its encoder may differ.
///
/// @param others codecs that will do as well, best first
public record Wanted(VideoSpec spec, List<Codec> others, HardwareWish hardware) {

    public Wanted {
        others = List.copyOf(others);
    }

    public static Wanted of(VideoSpec spec) {
        return new Wanted(spec, List.of(), HardwareWish.AUTO);
    }
}
