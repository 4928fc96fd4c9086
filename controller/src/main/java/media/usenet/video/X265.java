package media.usenet.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.MediaFacts.Video;

/// HEVC in software: x265.
record X265() implements Encoder {

    static final String PARAMETERS = "x265-params";

    @Override
    public Family family() {
        return Family.SOFTWARE;
    }

    @Override
    public Set<Codec> codecs() {
        return Set.of(Codec.HEVC);
    }

    @Override
    public String name(Codec codec) {
        return "libx265";
    }

    @Override
    public Chain chain(VideoSpec wanted, Video input, Device device, FFmpegBuild build, Abilities abilities) {
        var target = Target.of(wanted, input);
        var options = new Options(name(wanted.codec()))
                .add("preset", wanted.speed().of("veryfast", "fast", "medium", "slow", "slower"))
                .add("profile", target.bitDepth() == 10 ? "main10" : "main");
        if (wanted.bitrate() != null) {
            options.bitrates(wanted, wanted.bitrate());
        } else {
            options.add("crf", Quality.X265.of(wanted));
            if (wanted.maxBitrate() != null) {
                options.bound(wanted.maxBitrate());
            }
        }
        options.add(PARAMETERS, String.join(":", parameters(target, input)));
        return SoftwareChain.of(wanted, target, input, build, options, true, List.of());
    }

    private static List<String> parameters(Target target, Video input) {
        var parameters = new ArrayList<String>();
        // x265 prints its figures at every level of FFmpeg's.
        parameters.add("log-level=warning");
        if (target.colour().highDynamicRange()) {
            parameters.add("repeat-headers=1");
            if (target.colour().transfer().equals("smpte2084")) {
                parameters.add("hdr10=1");
                parameters.add("hdr10-opt=1");
            }
            if (input.hdr().masteringDisplay() != null) {
                parameters.add("master-display=" + input.hdr().masteringDisplay());
            }
            if (input.hdr().contentLight() != null) {
                parameters.add("max-cll=" + input.hdr().contentLight());
            }
        }
        return parameters;
    }
}
