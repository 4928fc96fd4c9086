package media.usenet.video;

import media.usenet.ffmpeg.MediaFacts.Video;

/// One scale of quality for every encoder: x264's CRF. Each encoder's own scale is met where a film of 1080
/// lines looks the same (x264 at 21), and followed from there by its steepness.
enum Quality {
    X264(21, 1, 0, 51),
    X265(23, 1, 0, 51),
    SVT_AV1(30, 1.5, 1, 63),
    VP9(31, 1.2, 4, 63),
    NVENC_H264(23, 1, 1, 51),
    NVENC_HEVC(26, 1, 1, 51),
    NVENC_AV1(32, 1.2, 1, 63),
    QSV_H264(23, 1, 1, 51),
    QSV_HEVC(25, 1, 1, 51),
    QSV_AV1(22, 1, 1, 51),
    VAAPI_H264(23, 1, 1, 51),
    VAAPI_HEVC(25, 1, 1, 51),
    /// A quantizer index up to 255.
    VAAPI_AV1(100, 5, 1, 255),
    RKMPP_H264(23, 1, 1, 51),
    RKMPP_HEVC(26, 1, 1, 51),
    /// Higher is better.
    VIDEOTOOLBOX(60, -1, 1, 100);

    private static final int MIDDLE = 21;
    /// Bits for each pixel that H.264 hardware of the simplest kind needs to look as x264 does at 23.
    private static final double BITS_PER_PIXEL = 0.1;

    private final int atMiddle;
    private final double steepness;
    private final int least;
    private final int most;

    Quality(int atMiddle, double steepness, int least, int most) {
        this.atMiddle = atMiddle;
        this.steepness = steepness;
        this.least = least;
        this.most = most;
    }

    String of(VideoSpec wanted) {
        long own = Math.round(atMiddle + steepness * (wanted.quality() - MIDDLE));
        return String.valueOf(Math.clamp(own, least, most));
    }

    /// The bitrate that was asked for; the one that stands for the quality where an encoder knows bitrates
    /// alone. Six steps halve it, as x264 does.
    static long bits(VideoSpec wanted, Target target, Video input) {
        if (wanted.bitrate() != null) {
            return wanted.bitrate();
        }
        double pixels = (double) target.width() * target.height() * target.framesPerSecond(input);
        double factor = Math.pow(2, (23 - wanted.quality()) / 6.0);
        long bits = Math.round(pixels * BITS_PER_PIXEL * factor / 1000) * 1000;
        long most = wanted.maxBitrate() == null ? 200_000_000 : wanted.maxBitrate();
        return Math.clamp(bits, Math.min(100_000, most), most);
    }
}
