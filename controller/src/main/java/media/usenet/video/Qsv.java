package media.usenet.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.MediaFacts.Video;

/// Intel's encoder by Quick Sync Video.
record Qsv() implements Encoder {

    @Override
    public Family family() {
        return Family.QSV;
    }

    @Override
    public Set<Codec> codecs() {
        return Set.of(Codec.H264, Codec.HEVC, Codec.AV1);
    }

    @Override
    public String name(Codec codec) {
        return codec.ffmpegName() + "_qsv";
    }

    @Override
    public Chain chain(VideoSpec wanted, Video input, Device device, FFmpegBuild build, Abilities abilities) {
        var target = Target.of(wanted, input);
        var encoder = name(wanted.codec());
        var options = new Options(encoder)
                .add("preset", wanted.speed().of("veryfast", "fast", "medium", "slow", "veryslow"))
                .add("profile", profile(wanted.codec(), target.bitDepth()));
        rate(options, wanted);
        if (abilities.enhanced()) {
            options.add(wanted.codec() == Codec.H264 ? "look_ahead" : "extbrc", "1")
                    .add("look_ahead_depth", "40");
        }
        options.colour(target.colour()).keyframes(wanted, target, input);
        if (wanted.keyframeSeconds() != null && wanted.codec() != Codec.AV1) {
            options.add("forced_idr", "1");
        }
        var because = new ArrayList<>(HardwareOptions.because(wanted, encoder, false));
        because.addAll(target.lost(input, encoder, false));
        return silicon(device).chain(target, input, build, abilities, options, because);
    }

    private static String profile(Codec codec, int bitDepth) {
        return codec == Codec.H264 ? "high" : codec == Codec.HEVC && bitDepth == 10 ? "main10" : "main";
    }

    private static void rate(Options options, VideoSpec wanted) {
        if (wanted.bitrate() == null && wanted.maxBitrate() == null) {
            options.add("global_quality", quality(wanted.codec()).of(wanted));
            return;
        }
        // From FFmpeg 7 on a bound without an average is constant quality 26, whatever quality was asked for; and a
        // bound that equals the average is constant bitrate.
        long average = wanted.bitrate() != null
                ? wanted.bitrate()
                : HardwareOptions.average(wanted.maxBitrate() == null ? 0 : wanted.maxBitrate());
        long most = wanted.maxBitrate() != null ? Math.max(wanted.maxBitrate(), average + 1) : average + 1;
        options.add("b", average)
                .add("maxrate", most)
                .add("rc_init_occupancy", 2 * average)
                .add("bufsize", 4 * average);
    }

    private static Quality quality(Codec codec) {
        return switch (codec) {
            case H264 -> Quality.QSV_H264;
            case HEVC -> Quality.QSV_HEVC;
            case AV1, VP9 -> Quality.QSV_AV1;
        };
    }

    private static Silicon silicon(Device device) {
        return new Silicon(
                List.of(
                        "-init_hw_device",
                        "vaapi=va:%s,driver=iHD".formatted(device.node()),
                        "-init_hw_device",
                        "qsv=qs@va",
                        "-filter_hw_device",
                        "qs"),
                List.of("-hwaccel", "qsv", "-hwaccel_device", "qs", "-hwaccel_output_format", "qsv", "-noautorotate"),
                "vpp_qsv",
                "deinterlace_qsv",
                "hwupload=extra_hw_frames=64",
                "nv12",
                "p010");
    }
}
