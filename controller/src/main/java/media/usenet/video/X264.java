package media.usenet.video;

import java.util.List;
import java.util.Set;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.MediaFacts.Video;

/// H.264 in software: x264.
record X264() implements Encoder {

    @Override
    public Family family() {
        return Family.SOFTWARE;
    }

    @Override
    public Set<Codec> codecs() {
        return Set.of(Codec.H264);
    }

    @Override
    public String name(Codec codec) {
        return "libx264";
    }

    @Override
    public Chain chain(VideoSpec wanted, Video input, Device device, FFmpegBuild build, Abilities abilities) {
        var target = Target.of(wanted, input);
        var options = new Options(name(wanted.codec()))
                .add("preset", wanted.speed().of("veryfast", "fast", "medium", "slow", "veryslow"))
                .add("profile", "high");
        if (wanted.bitrate() != null) {
            options.bitrates(wanted, wanted.bitrate());
        } else {
            options.add("crf", Quality.X264.of(wanted));
            if (wanted.maxBitrate() != null) {
                options.bound(wanted.maxBitrate());
            }
        }
        return SoftwareChain.of(wanted, target, input, build, options, true, List.of());
    }
}
