package media.usenet.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.FFmpegOutcome;
import media.usenet.ffmpeg.FFmpegRun;
import media.usenet.ffmpeg.FrameRate;
import media.usenet.ffmpeg.MediaFacts.Colour;
import media.usenet.ffmpeg.MediaFacts.FieldOrder;
import media.usenet.ffmpeg.MediaFacts.Hdr;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import media.usenet.ffmpeg.MediaFacts.Video;
import media.usenet.ffmpeg.MediaInput;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import media.usenet.sandbox.Cell;
import media.usenet.sandbox.Limits;
import media.usenet.video.VideoSpec.Deinterlace;
import media.usenet.video.VideoSpec.Depth;
import media.usenet.video.VideoSpec.Range;
import media.usenet.video.VideoSpec.Speed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The arguments, given to the ffmpeg of this machine.
class EncodingIT {

    private static final Pattern OPTION = Pattern.compile("(?m)^ {1,4}-([A-Za-z0-9_-]+) ");
    /// Options of the command ffmpeg itself, not of a codec.
    private static final Set<String> OF_THE_COMMAND =
            Set.of("c", "bsf", "force_key_frames", "pass", "passlogfile", "q");
    private static final String MASTERING = "G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50)";
    private static final List<String> HDR10 = List.of(
            "-c:v",
            "libx265",
            "-pix_fmt",
            "yuv420p10le",
            "-preset",
            "ultrafast",
            "-x265-params",
            "log-level=none:hdr10=1:repeat-headers=1:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc"
                    + ":range=limited:master-display=" + MASTERING + ":max-cll=1000,400");

    @TempDir
    Path folder;

    private FFmpeg ffmpeg;
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void unconfined() {
        ffmpeg = new FFmpeg(
                "ffmpeg", "ffprobe", new HostProcessRunner(), (_, program) -> program, folder.resolve("probe"));
    }

    @Test
    void every_option_that_is_given_is_one_that_the_encoder_has() {
        var build = ffmpeg.build();
        var general = options(section(ask("-h", "full"), "AVCodecContext AVOptions:"));
        assertThat(general).contains("b", "maxrate", "g", "color_primaries");
        var unknown = new TreeSet<String>();
        int checked = 0;
        for (var encoder : Encoder.all()) {
            for (var codec : encoder.codecs()) {
                var name = encoder.name(codec);
                if (build.encoders().contains(name)) {
                    var known = new HashSet<>(options(ask("-h", "encoder=" + name)));
                    known.addAll(general);
                    known.addAll(OF_THE_COMMAND);
                    for (var chain : chains(encoder, codec, build)) {
                        chain.encoding().stream()
                                .map(Option::name)
                                .filter(option -> !known.contains(option))
                                .forEach(option -> unknown.add(name + " -" + option));
                        checked++;
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(checked).isGreaterThan(30);
    }

    private static List<Chain> chains(Encoder encoder, Codec codec, FFmpegBuild build) {
        var device = encoder.family().hardware()
                ? new Device("x", "x", 0, Path.of("/dev/dri/renderD128"), List.of(), "x")
                : Device.CPU;
        var input = video(8, new Colour("bt709", "bt709", "bt709", "tv"), Hdr.NONE);
        return Stream.of(
                        VideoSpec.of(codec, 23),
                        spec(codec, Depth.TEN, null, null, false, 2),
                        spec(codec, Depth.EIGHT, 2_000_000L, 3_000_000L, true, 2),
                        spec(codec, Depth.EIGHT, null, 3_000_000L, false, null))
                .flatMap(wanted -> Stream.of(true, false)
                        .map(enhanced ->
                                encoder.chain(wanted, input, device, build, new Abilities(enhanced, Set.of("h264:8")))))
                .toList();
    }

    private static VideoSpec spec(
            Codec codec,
            Depth depth,
            @Nullable Long bitrate,
            @Nullable Long maxBitrate,
            boolean twoPass,
            @Nullable Integer keyframes) {
        return new VideoSpec(
                codec,
                23,
                Speed.FASTEST,
                depth,
                null,
                null,
                null,
                bitrate,
                maxBitrate,
                twoPass,
                Range.KEEP,
                Deinterlace.WHEN_INTERLACED,
                keyframes);
    }

    private static Video video(int depth, Colour colour, Hdr hdr) {
        return new Video(
                0,
                "h264",
                "High",
                1280,
                720,
                FrameRate.of(25),
                "yuv420p",
                depth,
                FieldOrder.PROGRESSIVE,
                colour,
                hdr,
                0,
                0);
    }

    static Stream<Arguments> codecs_and_depths() {
        return Stream.of(Codec.values())
                .flatMap(codec -> Stream.of(8, 10)
                        .filter(depth -> depth == 8 || codec != Codec.H264)
                        .map(depth -> Arguments.of(codec, depth)));
    }

    @ParameterizedTest
    @MethodSource("codecs_and_depths")
    void software_makes_what_is_wanted(Codec codec, int depth) throws InterruptedException {
        var input = make(
                "in.mkv",
                "640x361",
                List.of(
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-color_primaries",
                        "bt709",
                        "-color_trc",
                        "bt709",
                        "-colorspace",
                        "bt709"));
        var wanted = new VideoSpec(
                codec,
                30,
                Speed.FASTEST,
                depth == 10 ? Depth.TEN : Depth.KEEP,
                null,
                180,
                FrameRate.of(30),
                null,
                null,
                false,
                Range.KEEP,
                Deinterlace.WHEN_INTERLACED,
                1);
        var made = encode(wanted, input);
        assertThat(made.codec()).isEqualTo(codec.ffmpegName());
        assertThat(made.bitDepth()).isEqualTo(depth);
        assertThat(made.width()).isEqualTo(320);
        assertThat(made.height()).isEqualTo(180);
        assertThat(made.frameRate().perSecond()).isEqualTo(30);
        assertThat(made.colour()).isEqualTo(new Colour("bt709", "bt709", "bt709", "tv"));
    }

    @ParameterizedTest
    @EnumSource(names = {"HEVC", "AV1", "VP9"})
    void software_keeps_hdr10_with_its_colours(Codec codec) throws InterruptedException {
        var input = make("hdr.mkv", "320x180", HDR10);
        var made = encode(spec(codec, Depth.KEEP, null, null, false, null), input);
        assertThat(made.bitDepth()).isEqualTo(10);
        assertThat(made.colour()).isEqualTo(new Colour("bt2020", "smpte2084", "bt2020nc", "tv"));
        assertThat(made.hdr().kind()).isEqualTo(HdrKind.HDR10);
        if (codec == Codec.HEVC) {
            assertThat(made.hdr().masteringDisplay()).isEqualTo(MASTERING);
            assertThat(made.hdr().contentLight()).isEqualTo("1000,400");
        }
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void software_brings_hdr10_to_standard_range(Codec codec) throws InterruptedException {
        var input = make("hdr.mkv", "320x180", HDR10);
        var wanted = new VideoSpec(
                codec,
                30,
                Speed.FASTEST,
                Depth.KEEP,
                null,
                null,
                null,
                null,
                null,
                false,
                Range.STANDARD,
                Deinterlace.NEVER,
                null);
        var made = encode(wanted, input);
        assertThat(made.bitDepth()).isEqualTo(8);
        assertThat(made.colour()).isEqualTo(new Colour("bt709", "bt709", "bt709", "tv"));
        assertThat(made.hdr().kind()).isEqualTo(HdrKind.SDR);
    }

    @ParameterizedTest
    @EnumSource(names = {"H264", "HEVC", "VP9"})
    void two_passes_meet_the_bitrate(Codec codec) throws InterruptedException {
        var input = make("in.mkv", "640x360", List.of("-c:v", "libx264", "-preset", "ultrafast"));
        encode(spec(codec, Depth.EIGHT, 400_000L, 600_000L, true, null), input);
        var facts = ffmpeg.probe(folder.resolve("out.mkv"));
        assertThat(facts.bitrate()).isBetween(200_000L, 600_000L);
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void an_upper_bound_of_the_bitrate_is_accepted(Codec codec) throws InterruptedException {
        var input = make("in.mkv", "320x180", List.of("-c:v", "libx264", "-preset", "ultrafast"));
        encode(spec(codec, Depth.EIGHT, null, 300_000L, false, null), input);
        encode(spec(codec, Depth.EIGHT, 200_000L, 300_000L, false, null), input);
    }

    @Test
    void full_range_becomes_limited() throws InterruptedException {
        var input = make("full.mkv", "320x180", List.of("-vf", "scale=out_range=pc,format=yuvj420p", "-c:v", "mjpeg"));
        assertThat(encode(VideoSpec.of(Codec.H264, 23), input).colour().range()).isEqualTo("tv");
    }

    @Test
    void hardware_that_is_not_there_fails_at_its_device_and_not_before() throws InterruptedException {
        var input = make("in.mkv", "320x180", List.of("-c:v", "libx264"));
        var film = ffmpeg.probe(input).film().orElseThrow();
        var device = new Device("x", "x", 7, Path.of("/dev/dri/renderD199"), List.of(), "x");
        for (var encoder : Encoder.all()) {
            for (var codec : encoder.codecs()) {
                if (encoder.family().hardware() && ffmpeg.build().encoders().contains(encoder.name(codec))) {
                    var chain = encoder.chain(
                            VideoSpec.of(codec, 23), film, device, ffmpeg.build(), new Abilities(true, Set.of()));
                    assertThat(run(chain, input))
                            .as(encoder.name(codec))
                            .isInstanceOfSatisfying(
                                    FFmpegOutcome.Failed.class,
                                    failed -> assertThat(failed.kind().name())
                                            .isIn("NO_DEVICE", "NO_DRIVER", "DRIVER_ERROR"));
                }
            }
        }
    }

    private Video encode(VideoSpec wanted, Path input) throws InterruptedException {
        var encoder = Encoder.all().stream()
                .filter(one -> one.family() == Family.SOFTWARE && one.codecs().contains(wanted.codec()))
                .findFirst()
                .orElseThrow();
        var film = ffmpeg.probe(input).film().orElseThrow();
        var chain = encoder.chain(wanted, film, Device.CPU, ffmpeg.build(), Abilities.NONE);
        for (int pass = 1; pass <= chain.passes(); pass++) {
            var one = chain.passes() == 1 ? chain : chain.pass(pass, folder.resolve("two: 'pass'"));
            assertThat(run(one, input)).as(lines.toString()).isInstanceOf(FFmpegOutcome.Succeeded.class);
        }
        assertThat(lines).noneMatch(line -> line.contains("has not been used"));
        return ffmpeg.probe(folder.resolve("out.mkv")).film().orElseThrow();
    }

    private FFmpegOutcome run(Chain chain, Path input) throws InterruptedException {
        var arguments = new ArrayList<>(chain.devices());
        arguments.addAll(chain.decoding());
        arguments.addAll(MediaInput.of(input).arguments());
        arguments.addAll(chain.output("v"));
        arguments.add(MediaInput.name(folder.resolve("out.mkv")));
        var minute = Duration.ofMinutes(1);
        return ffmpeg.run(
                new FFmpegRun(
                        arguments, new Cell(folder, List.of(), List.of(), Limits.USUAL), Map.of(), minute, minute, 0),
                _ -> {},
                lines::add);
    }

    private Path make(String name, String size, List<String> arguments) {
        var argv = new ArrayList<>(
                List.of("ffmpeg", "-v", "error", "-nostdin", "-y", "-f", "lavfi", "-i", "testsrc2=r=25:d=2:s=" + size));
        argv.addAll(arguments);
        argv.add(folder.resolve(name).toString());
        assertThat(new HostProcessRunner().run(Command.of(Duration.ofMinutes(1), argv)))
                .isInstanceOfSatisfying(
                        Outcome.Exited.class,
                        made -> assertThat(made.code()).as(made.stderr()).isZero());
        return folder.resolve(name);
    }

    private static String ask(String... question) {
        var argv = new ArrayList<>(List.of("ffmpeg", "-hide_banner"));
        argv.addAll(List.of(question));
        return new HostProcessRunner().run(Command.of(Duration.ofSeconds(20), argv))
                        instanceof Outcome.Exited(int _, String stdout, String _)
                ? stdout
                : "";
    }

    private static String section(String text, String heading) {
        int from = text.indexOf(heading) + heading.length();
        int to = text.indexOf("AVOptions:", from);
        return text.substring(from, to);
    }

    private static Set<String> options(String text) {
        var names = new HashSet<String>();
        OPTION.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }
}
