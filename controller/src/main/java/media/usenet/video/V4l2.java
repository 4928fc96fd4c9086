package media.usenet.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.MediaFacts.Video;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.video.Chain.Stages;

/// The encoder of a Raspberry Pi 4 and boards like it: H.264 up to 1080 lines, by bitrate alone.
record V4l2() implements Encoder {

    @Override
    public Family family() {
        return Family.V4L2M2M;
    }

    @Override
    public Set<Codec> codecs() {
        return Set.of(Codec.H264);
    }

    @Override
    public String name(Codec codec) {
        return "h264_v4l2m2m";
    }

    @Override
    public Chain chain(VideoSpec wanted, Video input, Device device, FFmpegBuild build, Abilities abilities) {
        var target = aligned(Target.of(wanted, input));
        if (target.width() > 1920 || target.height() > 1088) {
            throw new ProblemException(
                    Problem.VIDEO_NOT_POSSIBLE,
                    "h264_v4l2m2m encodes up to 1920x1080, not %dx%d".formatted(target.width(), target.height()),
                    "ask for 1080 lines, or for software");
        }
        long bits = Quality.bits(wanted, target, input);
        var because = new ArrayList<>(target.because());
        if (wanted.bitrate() == null) {
            because.add("h264_v4l2m2m knows no quality: %d kbit/s stand for it".formatted(bits / 1000));
        }
        if (wanted.twoPass()) {
            because.add("one pass: h264_v4l2m2m knows no second one");
        }
        var options = new Options(name(wanted.codec()))
                .add("b", bits)
                .add("num_output_buffers", "16")
                .add("num_capture_buffers", "16");
        if (wanted.keyframeSeconds() == null) {
            options.add("g", "250");
        }
        options.colour(target.colour()).keyframes(wanted, target, input);
        boolean decodes = input.codec().equals("h264") && abilities.decodes(input);
        return new Chain(
                List.of(),
                decodes ? List.of("-c:v", "h264_v4l2m2m") : List.of(),
                Filters.onCpu(target, input, build, "yuv420p", "fast_bilinear"),
                options.all(),
                new Stages(decodes ? "device" : "cpu", "cpu", "device"),
                because,
                1);
    }

    /// The silicon wants lines of 64 pixels' multiples where it scales; what has its own size already is let
    /// be.
    private static Target aligned(Target target) {
        if (!target.scaled()) {
            return target;
        }
        return new Target(
                Math.max(64, target.width() / 64 * 64),
                target.height(),
                true,
                target.bitDepth(),
                target.frameRate(),
                target.deinterlaced(),
                target.toneMapped(),
                target.colour(),
                target.because());
    }
}
