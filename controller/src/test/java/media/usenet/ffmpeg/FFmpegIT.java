package media.usenet.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import media.usenet.problem.ProblemException;
import media.usenet.sandbox.Cell;
import media.usenet.sandbox.Limits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FFmpegIT {

    @TempDir
    Path folder;

    private FFmpeg ffmpeg;

    @BeforeEach
    void unconfined() {
        ffmpeg = new FFmpeg(
                "ffmpeg", "ffprobe", new HostProcessRunner(), (_, program) -> program, folder.resolve("probe"));
    }

    /// The same ffmpeg without any of the guards, to make what the tests read.
    private Path make(String name, String... arguments) {
        var argv = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
        argv.addAll(List.of(arguments));
        argv.add(folder.resolve(name).toString());
        assertThat(new HostProcessRunner().run(Command.of(Duration.ofSeconds(60), argv)))
                .isInstanceOfSatisfying(
                        Outcome.Exited.class,
                        made -> assertThat(made.code()).as(made.stderr()).isZero());
        return folder.resolve(name);
    }

    private FFmpegOutcome run(List<String> arguments, Duration stall, Duration limit, long floor)
            throws InterruptedException {
        var cell = new Cell(folder, List.of(), List.of(), Limits.USUAL);
        return ffmpeg.run(new FFmpegRun(arguments, cell, Map.of(), stall, limit, floor), progress::add, lines::add);
    }

    private final List<Progress> progress = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void says_what_a_film_holds() {
        Path srt = folder.resolve("a.srt");
        write(srt, "1\n00:00:00,000 --> 00:00:01,000\nhello\n");
        make("cover.png", "-f", "lavfi", "-i", "color=red:s=64x64", "-frames:v", "1");
        var film = make(
                "film.mkv",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x180:r=24000/1001:d=2",
                "-f",
                "lavfi",
                "-i",
                "sine=d=2",
                "-i",
                srt.toString(),
                "-map",
                "0",
                "-map",
                "1",
                "-map",
                "2",
                "-c:v",
                "libx265",
                "-x265-params",
                "log-level=none",
                "-pix_fmt",
                "yuv420p10le",
                "-color_primaries",
                "bt709",
                "-color_trc",
                "bt709",
                "-colorspace",
                "bt709",
                "-c:a",
                "aac",
                "-ac",
                "2",
                "-metadata:s:a",
                "language=deu",
                "-metadata:s:a",
                "title=Ton",
                "-c:s",
                "srt",
                "-disposition:s:0",
                "forced",
                "-attach",
                folder.resolve("cover.png").toString(),
                "-metadata:s:t",
                "mimetype=image/png");
        var facts = ffmpeg.probe(film);
        assertThat(facts.formats()).containsExactly("matroska", "webm");
        assertThat(facts.duration()).isBetween(Duration.ofMillis(1900), Duration.ofMillis(2200));
        assertThat(facts.bytes()).isEqualTo(film.toFile().length());
        var video = facts.film().orElseThrow();
        assertThat(video.codec()).isEqualTo("hevc");
        assertThat(video.profile()).isEqualTo("Main 10");
        assertThat(video.width()).isEqualTo(320);
        assertThat(video.bitDepth()).isEqualTo(10);
        assertThat(video.frameRate()).isEqualTo(new FrameRate(24000, 1001));
        assertThat(video.colour().matrix()).isEqualTo("bt709");
        assertThat(video.hdr().kind()).isEqualTo(HdrKind.SDR);
        assertThat(facts.audio()).singleElement().satisfies(audio -> {
            assertThat(audio.language()).isEqualTo("deu");
            assertThat(audio.title()).isEqualTo("Ton");
            assertThat(audio.channels()).isEqualTo(2);
            assertThat(audio.sampleRate()).isEqualTo(44100);
        });
        assertThat(facts.subtitles()).singleElement().satisfies(subtitle -> {
            assertThat(subtitle.bitmap()).isFalse();
            assertThat(subtitle.forced()).isTrue();
        });
        assertThat(facts.pictures()).hasSize(1);
    }

    @Test
    void finds_mastering_data_that_stands_in_the_frames_alone() {
        var film = make(
                "hdr.mkv",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=256x144:r=25:d=1",
                "-c:v",
                "libx265",
                "-pix_fmt",
                "yuv420p10le",
                "-x265-params",
                "log-level=none:hdr10=1:repeat-headers=1:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc"
                        + ":master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50):max-cll=1000,400");
        var hdr = ffmpeg.probe(film).film().orElseThrow().hdr();
        assertThat(hdr.kind()).isEqualTo(HdrKind.HDR10);
        assertThat(hdr.masteringDisplay())
                .isEqualTo("G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,50)");
        assertThat(hdr.contentLight()).isEqualTo("1000,400");
    }

    @Test
    void a_film_that_is_turned_says_by_how_much() {
        var flat = make("flat.mp4", "-f", "lavfi", "-i", "testsrc2=s=320x180:d=1", "-c:v", "libx264");
        var turned = make("turned.mp4", "-i", flat.toString(), "-c", "copy", "-metadata:s:v", "rotate=90");
        assertThat(ffmpeg.probe(flat).film().orElseThrow().rotation()).isZero();
        // FFmpeg 5.1 turns the tag the other way round when it writes it.
        assertThat(ffmpeg.probe(turned).film().orElseThrow().rotation()).isIn(90, 270);
    }

    @Test
    void interlaced_video_is_said_to_be() {
        var film = make(
                "i.ts",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=720x576:r=25:d=1",
                "-vf",
                "setfield=tff",
                "-c:v",
                "mpeg2video",
                "-flags",
                "+ildct+ilme",
                "-top",
                "1");
        assertThat(ffmpeg.probe(film).film().orElseThrow().fieldOrder().interlaced())
                .isTrue();
    }

    @Test
    void a_text_is_no_media_file() {
        var text = folder.resolve("film.mkv");
        write(text, "this is no film");
        assertThatThrownBy(() -> ffmpeg.probe(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("film.mkv");
    }

    /// Each of them, given to an ffmpeg without the guards, reads its neighbour; the first assertion shows it.
    @ParameterizedTest
    @ValueSource(strings = {"#EXTM3U", "ffconcat version 1.0"})
    void a_film_that_is_a_list_of_files_cannot_read_its_neighbour(String kind) throws InterruptedException {
        make("private.ts", "-f", "lavfi", "-i", "testsrc2=s=320x180:d=1", "-c:v", "mpeg2video");
        var evil = folder.resolve("evil.mp4");
        write(
                evil,
                kind.startsWith("#")
                        ? "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:%s\n#EXT-X-ENDLIST\n"
                                .formatted(folder.resolve("private.ts"))
                        : "ffconcat version 1.0\nfile private.ts\n");
        var unguarded = List.of(
                "ffmpeg",
                "-v",
                "error",
                "-nostdin",
                "-protocol_whitelist",
                "file,pipe",
                "-i",
                evil.toString(),
                "-f",
                "null",
                "-");
        assertThat(new HostProcessRunner().run(Command.of(MINUTE, unguarded)))
                .isInstanceOfSatisfying(
                        Outcome.Exited.class,
                        read -> assertThat(read.code())
                                .as("without the format list the neighbour is read")
                                .isZero());

        assertThatThrownBy(() -> ffmpeg.probe(evil)).isInstanceOf(ProblemException.class);
        var arguments = new ArrayList<>(MediaInput.of(evil).arguments());
        arguments.addAll(List.of("-f", "null", "-"));
        assertThat(run(arguments, MINUTE, MINUTE, 0)).isInstanceOf(FFmpegOutcome.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "concat:/etc/passwd|/etc/hostname",
                "subfile,,start,0,end,100,,:/etc/passwd",
                "data:text/plain,hello",
                "tcp://127.0.0.1:9",
                "pipe:0"
            })
    void a_file_whose_name_is_a_protocol_is_a_file(String name) throws Exception {
        var film = make("film.ts", "-f", "lavfi", "-i", "testsrc2=s=320x180:d=1", "-c:v", "mpeg2video");
        var named = folder.resolve(name.replace('/', '_'));
        Files.copy(film, named);
        assertThat(ffmpeg.probe(named).film().orElseThrow().width()).isEqualTo(320);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lavfi", "tee", "image2", "concat"})
    void demuxers_that_open_other_things_are_refused(String demuxer) throws InterruptedException {
        var input = folder.resolve("graph");
        write(input, "testsrc2=d=1");
        var arguments = new ArrayList<>(new MediaInput(input, demuxer).arguments());
        arguments.addAll(List.of("-f", "null", "-"));
        assertThat(run(arguments, MINUTE, MINUTE, 0)).isInstanceOf(FFmpegOutcome.Failed.class);
    }

    @Test
    void a_run_tells_its_progress_and_that_it_succeeded() throws InterruptedException {
        var outcome = run(
                List.of("-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=2", "-c:v", "libx264", file("out.mp4")),
                MINUTE,
                MINUTE,
                0);
        assertThat(outcome).isInstanceOfSatisfying(FFmpegOutcome.Succeeded.class, done -> {
            assertThat(done.progress().frame()).isEqualTo(50);
            assertThat(done.progress().ended()).isTrue();
            assertThat(done.cpu()).isPositive();
        });
        assertThat(progress).isNotEmpty();
        assertThat(lines).anyMatch(line -> line.contains("libx264"));
    }

    @Test
    void a_run_that_fails_says_why() throws InterruptedException {
        assertThat(run(
                        List.of("-f", "lavfi", "-i", "testsrc2=d=1", "-c:v", "nosuch", file("x.mp4")),
                        MINUTE,
                        MINUTE,
                        0))
                .isInstanceOfSatisfying(
                        FFmpegOutcome.Failed.class,
                        failed -> assertThat(failed.kind()).isEqualTo(FailureKind.NO_ENCODER));
    }

    @Test
    void a_run_that_hangs_is_ended() throws InterruptedException {
        // Reading in real time from the first frame on: nothing moves for ten seconds.
        var outcome = run(
                List.of("-re", "-f", "lavfi", "-i", "testsrc2=r=1/10:d=100", "-f", "null", "-"),
                Duration.ofMillis(1500),
                MINUTE,
                0);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        FFmpegOutcome.Ended.class,
                        ended -> assertThat(ended.why()).isEqualTo(FFmpegOutcome.Why.STALLED));
    }

    @Test
    void the_time_limit_and_the_disk_floor_end_a_run() throws InterruptedException {
        var endless = List.of("-re", "-f", "lavfi", "-i", "testsrc2", "-f", "null", "-");
        assertThat(run(endless, MINUTE, Duration.ofMillis(700), 0))
                .isInstanceOfSatisfying(
                        FFmpegOutcome.Ended.class,
                        ended -> assertThat(ended.why()).isEqualTo(FFmpegOutcome.Why.TIME_LIMIT));
        assertThat(run(endless, MINUTE, MINUTE, Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        FFmpegOutcome.Ended.class,
                        ended -> assertThat(ended.why()).isEqualTo(FFmpegOutcome.Why.DISK_FLOOR));
    }

    @Test
    void an_interrupted_run_leaves_no_process_behind() throws Exception {
        var begun = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        var marker = folder.resolve("endless.mkv").toString();
        var arguments = List.of("-re", "-f", "lavfi", "-i", "testsrc2", "-c:v", "libx264", "file:" + marker);
        var cell = new Cell(folder, List.of(), List.of(), Limits.USUAL);
        var job = Thread.ofVirtual().start(() -> {
            try {
                ffmpeg.run(
                        new FFmpegRun(arguments, cell, Map.of(), MINUTE, MINUTE, 0), _ -> begun.countDown(), _ -> {});
            } catch (InterruptedException _) {
                interrupted.set(true);
            }
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(processes(marker)).isPositive();
        job.interrupt();
        job.join();
        assertThat(interrupted).isTrue();
        assertThat(processes(marker)).isZero();
    }

    private static long processes(String marker) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(marker))
                .count();
    }

    @Test
    void says_what_the_binary_was_built_with() {
        var build = ffmpeg.build();
        assertThat(build.version().major()).isPositive();
        assertThat(build.encoders()).contains("libx264", "aac");
        assertThat(build.filters()).contains("scale", "format");
        assertThat(build.decoders()).contains("h264");
        assertThat(ffmpeg.build()).isSameAs(build);
    }

    private String file(String name) {
        return MediaInput.name(folder.resolve(name));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
