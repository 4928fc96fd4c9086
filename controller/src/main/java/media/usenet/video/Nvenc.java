package media.usenet.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.MediaFacts.Video;

/// NVIDIA's encoder.
record Nvenc() implements Encoder {

    @Override
    public Family family() {
        return Family.NVENC;
    }

    @Override
    public Set<Codec> codecs() {
        return Set.of(Codec.H264, Codec.HEVC, Codec.AV1);
    }

    @Override
    public String name(Codec codec) {
        return codec.ffmpegName() + "_nvenc";
    }

    @Override
    public Chain chain(VideoSpec wanted, Video input, Device device, FFmpegBuild build, Abilities abilities) {
        var target = Target.of(wanted, input);
        var encoder = name(wanted.codec());
        var options = new Options(encoder)
                .add("preset", wanted.speed().of("p1", "p3", "p5", "p6", "p7"))
                .add("tune", "hq");
        // AV1 has but one profile; a level is never given: it makes NVENC refuse sizes that it can do.
        if (wanted.codec() != Codec.AV1) {
            options.add("profile", wanted.codec() == Codec.H264 ? "high" : target.bitDepth() == 10 ? "main10" : "main");
        }
        rate(options, wanted);
        // With an underscore FFmpeg 9 knows it no more.
        options.add("rc-lookahead", "20").add("spatial-aq", "1");
        if (abilities.enhanced()) {
            enhance(options, wanted.codec());
        }
        options.colour(target.colour()).keyframes(wanted, target, input);
        if (wanted.keyframeSeconds() != null) {
            options.add("forced-idr", "1");
        }
        var because = new ArrayList<>(HardwareOptions.because(wanted, encoder, true));
        because.addAll(target.lost(input, encoder, build.version().atLeast(7, 1)));
        return silicon(device, build).chain(target, input, build, abilities, options, because);
    }

    private static void rate(Options options, VideoSpec wanted) {
        options.add("rc", "vbr");
        if (wanted.bitrate() != null) {
            options.bitrates(wanted, wanted.bitrate());
            return;
        }
        // Without a bitrate of 0, NVENC's own 2 Mbit/s bound the quality.
        options.add("cq", quality(wanted.codec()).of(wanted)).add("b", 0);
        if (wanted.maxBitrate() != null) {
            options.bound(wanted.maxBitrate());
        }
    }

    private static Quality quality(Codec codec) {
        return switch (codec) {
            case H264 -> Quality.NVENC_H264;
            case HEVC -> Quality.NVENC_HEVC;
            case AV1, VP9 -> Quality.NVENC_AV1;
        };
    }

    private static void enhance(Options options, Codec codec) {
        if (codec != Codec.AV1) {
            options.add("bf", "3").add("temporal-aq", "1");
        }
        options.add("b_ref_mode", "middle");
    }

    private static Silicon silicon(Device device, FFmpegBuild build) {
        return new Silicon(
                List.of("-init_hw_device", "cuda=cu:" + device.index(), "-filter_hw_device", "cu"),
                List.of(
                        "-hwaccel",
                        "cuda",
                        "-hwaccel_device",
                        "cu",
                        "-hwaccel_output_format",
                        "cuda",
                        "-noautorotate",
                        "-threads",
                        "1"),
                "scale_cuda",
                build.filters().contains("bwdif_cuda") ? "bwdif_cuda" : "yadif_cuda",
                "hwupload_cuda",
                "nv12",
                "p010le");
    }
}
