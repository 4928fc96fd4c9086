package media.usenet.video;

import java.util.ArrayList;
import java.util.Set;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.MediaFacts.Video;

/// AV1 in software: SVT-AV1.
record SvtAv1() implements Encoder {

    @Override
    public Family family() {
        return Family.SOFTWARE;
    }

    @Override
    public Set<Codec> codecs() {
        return Set.of(Codec.AV1);
    }

    @Override
    public String name(Codec codec) {
        return "libsvtav1";
    }

    @Override
    public Chain chain(VideoSpec wanted, Video input, Device device, FFmpegBuild build, Abilities abilities) {
        var target = Target.of(wanted, input);
        var options =
                new Options(name(wanted.codec())).add("preset", wanted.speed().of("12", "10", "8", "6", "4"));
        if (wanted.bitrate() != null) {
            options.add("b", wanted.bitrate());
        } else {
            options.add("crf", Quality.SVT_AV1.of(wanted));
            if (wanted.maxBitrate() != null) {
                options.bound(wanted.maxBitrate());
            }
        }
        // Its wrapper hands the mastering display on from FFmpeg 7.1 on.
        var lost =
                new ArrayList<>(target.lost(input, "libsvtav1", build.version().atLeast(7, 1)));
        if (wanted.bitrate() != null && wanted.maxBitrate() != null) {
            lost.add("libsvtav1 cannot bound a bitrate: %d kbit/s are an average".formatted(wanted.bitrate() / 1000));
        }
        return SoftwareChain.of(wanted, target, input, build, options, false, lost);
    }
}
