package media.usenet.video;

import java.util.List;

/// What the options of encoders in silicon have in common.
final class HardwareOptions {

    private HardwareOptions() {}

    /// The average to aim at where an upper bound was asked for, and the encoder cannot bound a quality.
    static long average(long most) {
        return most / 4 * 3;
    }

    static List<String> because(VideoSpec wanted, String encoder, boolean boundsQuality) {
        if (wanted.twoPass()) {
            return List.of("one pass: %s knows no second one".formatted(encoder));
        }
        if (wanted.bitrate() == null && wanted.maxBitrate() != null && !boundsQuality) {
            return List.of("%s cannot bound a quality: %d kbit/s on average in its place"
                    .formatted(encoder, average(wanted.maxBitrate()) / 1000));
        }
        return List.of();
    }
}
