package media.usenet.video;

import java.util.List;
import java.util.Set;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.MediaFacts.Video;

/// Apple's encoder. Nothing on Linux proves it: its arguments are kept for workers on a Mac.
record VideoToolbox() implements Encoder {

    @Override
    public Family family() {
        return Family.VIDEOTOOLBOX;
    }

    @Override
    public Set<Codec> codecs() {
        return Set.of(Codec.H264, Codec.HEVC);
    }

    @Override
    public String name(Codec codec) {
        return codec.ffmpegName() + "_videotoolbox";
    }

    @Override
    public Chain chain(VideoSpec wanted, Video input, Device device, FFmpegBuild build, Abilities abilities) {
        var target = Target.of(wanted, input);
        var encoder = name(wanted.codec());
        var options = new Options(encoder)
                .add("profile", wanted.codec() == Codec.H264 ? "high" : target.bitDepth() == 10 ? "main10" : "main")
                .add("allow_sw", "0");
        if (Vaapi.byBitrate(wanted)) {
            // With an upper bound it hangs.
            long bound = wanted.maxBitrate() == null ? 0 : wanted.maxBitrate();
            options.add("b", wanted.bitrate() == null ? HardwareOptions.average(bound) : wanted.bitrate());
        } else {
            options.add("q", Quality.VIDEOTOOLBOX.of(wanted));
        }
        options.colour(target.colour()).keyframes(wanted, target, input);
        return new Silicon(
                        List.of("-init_hw_device", "videotoolbox=vt"),
                        List.of(
                                "-hwaccel",
                                "videotoolbox",
                                "-hwaccel_output_format",
                                "videotoolbox_vld",
                                "-noautorotate"),
                        "scale_vt",
                        "yadif_videotoolbox",
                        "",
                        "nv12",
                        "p010")
                .chain(target, input, build, abilities, options, HardwareOptions.because(wanted, encoder, false));
    }
}
