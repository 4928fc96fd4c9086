package media.usenet.video;

import java.util.List;

/// What Intel's and AMD's ways by VAAPI have in common.
final class Vaapi {

    private Vaapi() {}

    static Silicon silicon(Device device) {
        return new Silicon(
                List.of("-init_hw_device", "vaapi=va:" + device.node(), "-filter_hw_device", "va"),
                List.of(
                        "-hwaccel",
                        "vaapi",
                        "-hwaccel_device",
                        "va",
                        "-hwaccel_output_format",
                        "vaapi",
                        "-noautorotate"),
                "scale_vaapi",
                "deinterlace_vaapi",
                "hwupload",
                "nv12",
                "p010");
    }

    static String profile(Codec codec, int bitDepth) {
        return codec == Codec.H264 ? "high" : codec == Codec.HEVC && bitDepth == 10 ? "main10" : "main";
    }

    static boolean byBitrate(VideoSpec wanted) {
        return wanted.bitrate() != null || wanted.maxBitrate() != null;
    }

    /// By bitrate; an upper bound alone sets the average below it.
    static void bitrate(Options options, VideoSpec wanted) {
        long bound = wanted.maxBitrate() == null ? 0 : wanted.maxBitrate();
        long average = wanted.bitrate() == null ? HardwareOptions.average(bound) : wanted.bitrate();
        options.add("rc_mode", "VBR").bitrates(wanted, average);
    }

    static Quality quality(Codec codec) {
        return switch (codec) {
            case H264 -> Quality.VAAPI_H264;
            case HEVC -> Quality.VAAPI_HEVC;
            case AV1, VP9 -> Quality.VAAPI_AV1;
        };
    }
}
