package media.usenet.task;

import media.usenet.video.Codec;

/// Qualities that look alike to most people, on x264's scale.
public final class Quality {

    private Quality() {}

    /// What a request gets that names none: near the middle of what HandBrake's own presets use for 1080p.
    public static int usual(Codec codec) {
        return switch (codec) {
            case H264 -> 21;
            case HEVC, AV1, VP9 -> 22;
        };
    }
}
