package media.usenet.video;

import java.util.ArrayList;
import java.util.List;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import media.usenet.ffmpeg.MediaFacts.Video;

/// The filters that run on the CPU, from the decoder's frames to those that an encoder, or an upload to a
/// device, takes.
final class Filters {

    private static final List<String> HABLE = List.of(
            "zscale=t=linear:npl=100",
            "format=gbrpf32le",
            "zscale=p=bt709",
            "tonemap=tonemap=hable:desat=0",
            "zscale=t=bt709:m=bt709:r=tv");

    private Filters() {}

    /// @param format the pixel format of the last of them
    /// @param flags of the scaler
    static List<String> onCpu(Target target, Video input, FFmpegBuild build, String format, String flags) {
        var filters = new ArrayList<String>();
        if (target.deinterlaced()) {
            filters.add(build.filters().contains("bwdif") ? "bwdif=mode=send_frame" : "yadif=mode=send_frame");
        }
        if (target.frameRate() != null) {
            filters.add("fps=" + target.frameRate());
        }
        boolean full = input.colour().range().equals("pc");
        if (target.scaled() || full) {
            filters.add("scale=%d:%d:flags=%s%s"
                    .formatted(target.width(), target.height(), flags, full ? ":out_range=tv" : ""));
        }
        if (target.toneMapped()) {
            filters.addAll(toneMap(input, build, format));
        }
        filters.add("format=" + format);
        return filters;
    }

    private static List<String> toneMap(Video input, FFmpegBuild build, String format) {
        var names = build.filters();
        if (input.hdr().kind() == HdrKind.DOLBY_VISION && !input.hdr().compatible()) {
            if (!names.contains("libplacebo") || !build.version().atLeast(6, 1)) {
                throw Target.refused(
                        "Dolby Vision of profile %d can be tone-mapped by libplacebo alone, which does not work here"
                                .formatted(input.hdr().dolbyVisionProfile()));
            }
            return List.of(
                    "libplacebo=tonemapping=bt.2390:colorspace=bt709:color_primaries=bt709:color_trc=bt709:range=tv:format="
                            + format);
        }
        if (!names.contains("zscale") || !names.contains("tonemap")) {
            throw Target.refused("this FFmpeg cannot tone-map: it lacks the filters zscale and tonemap");
        }
        var filters = new ArrayList<String>();
        // zscale finds no way from a picture without colour tags, and its own tin= does not help: the tags come first.
        filters.add("setparams=color_primaries=bt2020:color_trc=%s:colorspace=bt2020nc:range=tv"
                .formatted(input.colour().transfer()));
        filters.addAll(HABLE);
        return filters;
    }
}
