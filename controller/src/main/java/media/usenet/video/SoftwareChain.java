package media.usenet.video;

import java.util.ArrayList;
import java.util.List;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.MediaFacts.Video;
import media.usenet.video.Chain.Stages;

/// What the encoders that run on the CPU have in common.
final class SoftwareChain {

    private static final Stages ON_CPU = new Stages("cpu", "cpu", "cpu");

    private SoftwareChain() {}

    /// @param twoPasses whether this encoder can
    /// @param lost what it cannot do of what is wanted, in sentences
    static Chain of(
            VideoSpec wanted,
            Target target,
            Video input,
            FFmpegBuild build,
            Options options,
            boolean twoPasses,
            List<String> lost) {
        var because = new ArrayList<>(target.because());
        because.addAll(lost);
        if (wanted.twoPass() && !twoPasses) {
            because.add("one pass: %s knows no second one here"
                    .formatted(options.all().getFirst().value()));
        }
        var format = target.bitDepth() == 10 ? "yuv420p10le" : "yuv420p";
        return new Chain(
                List.of(),
                List.of(),
                Filters.onCpu(target, input, build, format, "lanczos"),
                options.colour(target.colour()).keyframes(wanted, target, input).all(),
                ON_CPU,
                because,
                wanted.twoPass() && twoPasses ? 2 : 1);
    }
}
