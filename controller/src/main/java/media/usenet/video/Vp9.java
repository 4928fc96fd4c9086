package media.usenet.video;

import java.util.Set;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.MediaFacts.Video;

/// VP9 in software: libvpx.
record Vp9() implements Encoder {

    @Override
    public Family family() {
        return Family.SOFTWARE;
    }

    @Override
    public Set<Codec> codecs() {
        return Set.of(Codec.VP9);
    }

    @Override
    public String name(Codec codec) {
        return "libvpx-vp9";
    }

    @Override
    public Chain chain(VideoSpec wanted, Video input, Device device, FFmpegBuild build, Abilities abilities) {
        var target = Target.of(wanted, input);
        var options = new Options(name(wanted.codec()))
                .add("deadline", "good")
                .add("cpu-used", wanted.speed().of("6", "5", "3", "2", "1"))
                .add("row-mt", "1")
                .add("profile", target.bitDepth() == 10 ? "2" : "0");
        if (wanted.bitrate() != null) {
            options.bitrates(wanted, wanted.bitrate());
        } else {
            // Without a bitrate of 0 the quality is but a bound to libvpx's own 256 kbit/s; with another one it bounds.
            options.add("crf", Quality.VP9.of(wanted)).add("b", wanted.maxBitrate() == null ? 0 : wanted.maxBitrate());
        }
        return SoftwareChain.of(wanted, target, input, build, options, true, target.lost(input, "libvpx-vp9", false));
    }
}
