package media.usenet.video;

import java.util.Set;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.MediaFacts.Video;

/// Intel's encoder by VAAPI.
record IntelVaapi() implements Encoder {

    @Override
    public Family family() {
        return Family.VAAPI_INTEL;
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
        var options = new Options(name(codec)).add("profile", Vaapi.profile(codec, target.bitDepth()));
        if (Vaapi.byBitrate(wanted)) {
            Vaapi.bitrate(options, wanted);
        } else {
            // FFmpeg takes the driver's best mode for it; a mode that is named fails where the driver lacks it.
            options.add("global_quality", Vaapi.quality(codec).of(wanted));
        }
        if (codec != Codec.AV1) {
            options.add("compression_level", wanted.speed().of("7", "6", "4", "2", "1"));
        }
        options.colour(target.colour()).keyframes(wanted, target, input);
        return Vaapi.silicon(device)
                .chain(target, input, build, abilities, options, HardwareOptions.because(wanted, name(codec), false));
    }
}
