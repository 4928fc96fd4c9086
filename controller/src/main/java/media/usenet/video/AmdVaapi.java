package media.usenet.video;

import java.util.Set;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.MediaFacts.Video;

/// AMD's encoder by VAAPI, which knows no constant quality but constant quantizers.
record AmdVaapi() implements Encoder {

    @Override
    public Family family() {
        return Family.VAAPI_AMD;
    }

    @Override
    public Set<Codec> codecs() {
        return Set.of(Codec.H264, Codec.HEVC, Codec.AV1);
    }

    @Override
    public String name(Codec codec) {
        return codec.ffmpegName() + "_vaapi";
    }

    @Override
    public Chain chain(VideoSpec wanted, Video input, Device device, FFmpegBuild build, Abilities abilities) {
        var target = Target.of(wanted, input);
        var codec = wanted.codec();
        // No level, ever: Mesa refuses what it could do.
        var options = new Options(name(codec)).add("profile", Vaapi.profile(codec, target.bitDepth()));
        if (Vaapi.byBitrate(wanted)) {
            Vaapi.bitrate(options, wanted);
        } else {
            // av1_vaapi has no option qp in any version.
            options.add("rc_mode", "CQP")
                    .add(
                            codec == Codec.AV1 ? "global_quality" : "qp",
                            Vaapi.quality(codec).of(wanted));
        }
        if (codec == Codec.H264) {
            // Before VCN 3 the silicon has no B frames.
            options.add("bf", "0");
        }
        if (codec == Codec.HEVC) {
            // Mesa's headers are wrong until the first frame: they stay in the stream.
            options.add("flags", "-global_header").add("bsf", "extract_extradata=remove=0");
        }
        options.colour(target.colour()).keyframes(wanted, target, input);
        return Vaapi.silicon(device)
                .chain(target, input, build, abilities, options, HardwareOptions.because(wanted, name(codec), false));
    }
}
