package media.usenet.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.MediaFacts.Video;

/// The encoder of Rockchip's boards. Two FFmpegs know it: a fork with constant quantizers and a scaler of its
/// own, and FFmpeg itself from 8.1 on, by bitrate.
record Rockchip() implements Encoder {

    private static final String SCALER = "scale_rkrga";

    @Override
    public Family family() {
        return Family.RKMPP;
    }

    @Override
    public Set<Codec> codecs() {
        return Set.of(Codec.H264, Codec.HEVC);
    }

    @Override
    public String name(Codec codec) {
        return codec.ffmpegName() + "_rkmpp";
    }

    @Override
    public Chain chain(VideoSpec wanted, Video input, Device device, FFmpegBuild build, Abilities abilities) {
        // The silicon encodes 8 bits.
        var target = Target.of(wanted.with(VideoSpec.Depth.EIGHT), input);
        var encoder = name(wanted.codec());
        var because = new ArrayList<>(HardwareOptions.because(wanted, encoder, true));
        boolean fork = build.filters().contains(SCALER);
        var options = new Options(encoder);
        if (Vaapi.byBitrate(wanted) || !fork) {
            long bits = Quality.bits(wanted, target, input);
            options.add(fork ? "rc_mode" : "rc", fork ? "VBR" : "vbr").bitrates(wanted, bits);
            if (wanted.bitrate() == null) {
                because.add("%s takes no quality here: %d kbit/s stand for it".formatted(encoder, bits / 1000));
            }
        } else {
            options.add("rc_mode", "CQP").add("qp_init", quality(wanted.codec()).of(wanted));
        }
        if (fork) {
            boolean h264 = wanted.codec() == Codec.H264;
            options.add("profile", h264 ? "high" : "main").add("level", h264 ? "51" : "153");
        }
        if (wanted.keyframeSeconds() == null) {
            options.add("g", "250");
        }
        options.colour(target.colour()).keyframes(wanted, target, input);
        return silicon(fork).chain(target, input, build, abilities, options, because);
    }

    private static Quality quality(Codec codec) {
        return codec == Codec.H264 ? Quality.RKMPP_H264 : Quality.RKMPP_HEVC;
    }

    private static Silicon silicon(boolean fork) {
        return new Silicon(
                fork ? List.of("-init_hw_device", "rkmpp=rk") : List.of(),
                fork
                        ? List.of(
                                "-hwaccel",
                                "rkmpp",
                                "-hwaccel_output_format",
                                "drm_prime",
                                "-afbc",
                                "rga",
                                "-noautorotate")
                        : List.of(),
                SCALER,
                "",
                "",
                "nv12:afbc=1",
                "nv12:afbc=1");
    }
}
