package media.usenet.video;

import java.util.ArrayList;
import java.util.List;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.MediaFacts.Video;
import media.usenet.video.Chain.Stages;

/// How frames get to an encoder in silicon: decoded and filtered beside it where that was proved, else by the
/// CPU and uploaded.
///
/// @param devices opens the device; always, since from FFmpeg 8 on filters are made before a decoder's own
///     device is
/// @param decoding before the input, where the device decodes
/// @param scaler its filter that scales and converts
/// @param deinterlacer its filter that deinterlaces; empty where it has none
/// @param upload takes the CPU's frames to it; empty where the encoder does that itself
/// @param eight name of its 8-bit format, as its filters spell it
/// @param ten likewise of 10 bits
record Silicon(
        List<String> devices,
        List<String> decoding,
        String scaler,
        String deinterlacer,
        String upload,
        String eight,
        String ten) {

    Chain chain(
            Target target, Video input, FFmpegBuild build, Abilities abilities, Options options, List<String> because) {
        var reasons = new ArrayList<>(target.because());
        reasons.addAll(because);
        var hindrance = hindrance(target, input, build, abilities);
        if (hindrance.isEmpty()) {
            return new Chain(
                    devices,
                    decoding,
                    onDevice(target),
                    options.all(),
                    new Stages("device", "device", "device"),
                    reasons,
                    1);
        }
        reasons.add("the CPU decodes and filters: " + hindrance);
        return new Chain(
                devices,
                List.of(),
                onCpu(target, input, build),
                options.all(),
                new Stages("cpu", "cpu", "device"),
                reasons,
                1);
    }

    /// Why frames cannot stay on the device; empty when they can.
    private String hindrance(Target target, Video input, FFmpegBuild build, Abilities abilities) {
        if (decoding.isEmpty()) {
            return "no way to decode on this device is built in here";
        }
        if (!abilities.decodes(input)) {
            return "that this device decodes %s of %d bits is not proved".formatted(input.codec(), input.bitDepth());
        }
        if (input.rotation() != 0) {
            return "the film is stored turned by %d degrees".formatted(input.rotation());
        }
        if (target.toneMapped()) {
            return "no tone mapping on this device is built in here";
        }
        if (input.colour().range().equals("pc")) {
            return "the input's full range becomes limited";
        }
        if (!build.filters().contains(scaler)) {
            return "this FFmpeg lacks the filter " + scaler;
        }
        if (target.deinterlaced() && !build.filters().contains(deinterlacer)) {
            return "this FFmpeg has no filter that deinterlaces on this device";
        }
        return "";
    }

    private List<String> onDevice(Target target) {
        var filters = new ArrayList<String>();
        if (target.deinterlaced()) {
            filters.add(deinterlacer);
        }
        if (target.frameRate() != null) {
            filters.add("fps=" + target.frameRate());
        }
        var format = "format=" + (target.bitDepth() == 10 ? ten : eight);
        filters.add(
                target.scaled()
                        ? "%s=w=%d:h=%d:%s".formatted(scaler, target.width(), target.height(), format)
                        : "%s=%s".formatted(scaler, format));
        return filters;
    }

    private List<String> onCpu(Target target, Video input, FFmpegBuild build) {
        var filters = new ArrayList<>(
                Filters.onCpu(target, input, build, target.bitDepth() == 10 ? "p010le" : "nv12", "bicubic"));
        if (!upload.isEmpty()) {
            filters.add(upload);
        }
        return filters;
    }
}
