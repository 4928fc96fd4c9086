package media.usenet.video;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.FFmpegVersion;
import media.usenet.ffmpeg.FrameRate;
import media.usenet.ffmpeg.MediaFacts.Colour;
import media.usenet.ffmpeg.MediaFacts.FieldOrder;
import media.usenet.ffmpeg.MediaFacts.Hdr;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import media.usenet.ffmpeg.MediaFacts.Video;
import media.usenet.golden.GoldenFiles;
import media.usenet.problem.ProblemException;
import media.usenet.video.VideoSpec.Deinterlace;
import media.usenet.video.VideoSpec.Depth;
import media.usenet.video.VideoSpec.Range;
import media.usenet.video.VideoSpec.Speed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Arguments for each family, codec, bit depth and FFmpeg. A case says what it is about; everything else is as
/// usual.
class ChainGoldenTest {

    private static final Set<String> FILTERS_OF_5 = Set.of(
            "scale",
            "format",
            "fps",
            "bwdif",
            "yadif",
            "zscale",
            "tonemap",
            "setparams",
            "hwupload",
            "hwupload_cuda",
            "scale_cuda",
            "yadif_cuda",
            "scale_vaapi",
            "deinterlace_vaapi",
            "vpp_qsv",
            "deinterlace_qsv",
            "libplacebo");
    private static final Set<String> FILTERS_OF_9 = with(FILTERS_OF_5, "bwdif_cuda");

    private static final Map<String, FFmpegBuild> BUILDS = Map.of(
            "5.1.9", build(5, 1, 9, FILTERS_OF_5),
            "9.0.2", build(9, 0, 2, FILTERS_OF_9),
            "fork", build(7, 1, 0, with(FILTERS_OF_5, "scale_rkrga")),
            "bare", build(6, 1, 1, Set.of("scale", "format", "fps", "yadif", "tonemap")));

    @TestFactory
    Stream<DynamicTest> arguments_of_every_family() {
        return GoldenFiles.each("video", ChainGoldenTest::answer);
    }

    private static String answer(String text) {
        var about = text.lines().collect(Collectors.toMap(ChainGoldenTest::key, line -> line.split(": ", 2)[1]));
        var family = Family.valueOf(required(about, "family"));
        var wanted = wanted(about);
        var encoder = Encoder.all().stream()
                .filter(one -> one.family() == family && one.codecs().contains(wanted.codec()))
                .findFirst()
                .orElseThrow();
        var input = input(about);
        var abilities = new Abilities(
                about.containsKey("enhanced"),
                about.containsKey("decodes") ? Set.of(input.codec() + ":" + input.bitDepth()) : Set.of());
        try {
            return print(encoder.chain(
                    wanted, input, device(family), required(BUILDS, required(about, "ffmpeg")), abilities));
        } catch (ProblemException e) {
            return "%s: %s%n  try: %s%n".formatted(e.problem(), e.detail(), e.remedy());
        }
    }

    private static <T> T required(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static String key(String line) {
        return line.split(": ", 2)[0];
    }

    private static String print(Chain chain) {
        var lines = new ArrayList<String>();
        chain.devices().stream().reduce((a, b) -> a + " " + b).ifPresent(lines::add);
        chain.decoding().stream().reduce((a, b) -> a + " " + b).ifPresent(lines::add);
        lines.add("-i INPUT");
        if (chain.passes() == 1) {
            lines.add(String.join(" ", chain.output("v")));
        } else {
            lines.add(String.join(" ", chain.pass(1, Path.of("/job/pass")).output("v:0")));
            lines.add(String.join(" ", chain.pass(2, Path.of("/job/pass")).output("v:0")));
        }
        var stages = chain.stages();
        lines.add("decode on %s, filter on %s, encode on %s"
                .formatted(stages.decode(), stages.filter(), stages.encode()));
        chain.because().forEach(reason -> lines.add("because " + reason));
        return String.join("\n", lines) + "\n";
    }

    private static Device device(Family family) {
        return family.hardware()
                ? new Device("0000:01:00.0", "GPU", 1, Path.of("/dev/dri/renderD129"), List.of(), "driver")
                : Device.CPU;
    }

    private static VideoSpec wanted(Map<String, String> about) {
        return new VideoSpec(
                Codec.valueOf(required(about, "codec")),
                Integer.parseInt(about.getOrDefault("quality", "21")),
                Speed.valueOf(upper(about.getOrDefault("speed", "balanced"))),
                Depth.valueOf(upper(about.getOrDefault("depth", "keep"))),
                number(about.get("width")),
                number(about.get("height")),
                about.containsKey("fps") ? FrameRate.of(Integer.parseInt(about.get("fps"))) : null,
                bits(about.get("bitrate")),
                bits(about.get("maxBitrate")),
                about.containsKey("twoPass"),
                Range.valueOf(upper(about.getOrDefault("range", "keep"))),
                Deinterlace.WHEN_INTERLACED,
                number(about.get("keyframes")));
    }

    /// `input: hevc 3840x2160 10 HDR10 rotated interlaced full`
    private static Video input(Map<String, String> about) {
        var words = List.of(about.getOrDefault("input", "h264 1920x1080 8").split(" ", -1));
        var size = words.get(1).split("x", 2);
        int depth = Integer.parseInt(words.get(2));
        boolean hlg = words.contains("HLG");
        boolean pq = words.contains("HDR10") || words.contains("DV8") || words.contains("DV5");
        var colour = hlg || pq
                ? new Colour("bt2020", hlg ? "arib-std-b67" : "smpte2084", "bt2020nc", "tv")
                : new Colour("bt709", "bt709", "bt709", words.contains("full") ? "pc" : "tv");
        return new Video(
                0,
                words.getFirst(),
                "Main",
                Integer.parseInt(size[0]),
                Integer.parseInt(size[1]),
                new FrameRate(24000, 1001),
                depth == 10 ? "yuv420p10le" : "yuv420p",
                depth,
                words.contains("interlaced") ? FieldOrder.TOP_FIRST : FieldOrder.PROGRESSIVE,
                colour,
                hdr(words, hlg, pq),
                words.contains("rotated") ? 90 : 0,
                0);
    }

    private static Hdr hdr(List<String> words, boolean hlg, boolean pq) {
        if (words.contains("DV5")) {
            return new Hdr(HdrKind.DOLBY_VISION, 5, false, null, null);
        }
        var display = "G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50)";
        if (words.contains("DV8")) {
            return new Hdr(HdrKind.DOLBY_VISION, 8, true, display, "1000,400");
        }
        return hlg
                ? new Hdr(HdrKind.HLG, null, true, null, null)
                : pq ? new Hdr(HdrKind.HDR10, null, true, display, "1000,400") : Hdr.NONE;
    }

    private static FFmpegBuild build(int major, int minor, int patch, Set<String> filters) {
        var name = "%d.%d.%d".formatted(major, minor, patch);
        return new FFmpegBuild(
                new FFmpegVersion(name, major, minor, patch), "0", Set.of(), Set.of(), filters, Set.of());
    }

    private static Set<String> with(Set<String> some, String more) {
        var all = new HashSet<>(some);
        all.add(more);
        return all;
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }

    private static @Nullable Long bits(@Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }
}
