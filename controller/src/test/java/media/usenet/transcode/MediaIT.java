package media.usenet.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import media.usenet.api.RunningController;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every kind of job from its request to its output, with the real FFmpeg, sandbox and queue.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MediaIT {

    private static final Path FOLDER = RunningController.folder();
    private static final Path MEDIA = FOLDER.resolve("pool/root/main/media/movies");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FILM_SECONDS = 60 * 60;

    @LocalServerPort
    private int port;

    private RunningController controller;
    private Path film;
    private Path clip;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        RunningController.in(FOLDER, properties);
        properties.add("transcode.disk-floor", () -> "10MB");
    }

    @BeforeAll
    void media() throws IOException {
        Files.createDirectories(MEDIA);
        film = Clips.film(MEDIA.resolve("Film (1968).mkv"), FILM_SECONDS, "160x90", 5);
        clip = Clips.film(MEDIA.resolve("Clip 'one', [two]; 100%.mkv"), 4, "640x360", 25);
    }

    @BeforeEach
    void running() {
        controller = new RunningController(port, FOLDER);
    }

    private JsonNode done(String path, Map<String, ?> body) {
        var answer = controller.post(path + "?wait=280", JSON.writeValueAsString(body));
        var job = JSON.readTree(answer.body());
        assertThat(job.path("state").asString("")).as(answer.body()).isEqualTo("succeeded");
        return job;
    }

    private static Path output(JsonNode job) {
        return Path.of(job.get("outputs").get(0).get("path").asString());
    }

    @Test
    void a_film_becomes_a_smaller_one_beside_it() {
        var job = done("/v1/transcode", Map.of("input", film.toString(), "resolution", "128x72", "preset", "fast"));
        var made = Clips.probe(output(job));
        assertThat(output(job)).hasParent(MEDIA).hasFileName("Film (1968).h264.mp4");
        assertThat(Clips.stream(made, "video").get("codec_name").asString()).isEqualTo("h264");
        assertThat(Clips.stream(made, "video").get("height").asInt()).isEqualTo(72);
        assertThat(Clips.stream(made, "audio").get("codec_name").asString()).isEqualTo("aac");
        assertThat(Clips.seconds(made)).isCloseTo(FILM_SECONDS, within(1.0));
        assertThat(job.get("encoderPath").get(0).get("encoder").asString()).isEqualTo("libx264");
        assertThat(job.get("encoderPath").get(0).get("because").asString()).isNotBlank();
        assertThat(MEDIA.resolve(".usenet-jobs"))
                .satisfiesAnyOf(
                        folder -> assertThat(folder).doesNotExist(),
                        folder -> assertThat(folder).isEmptyDirectory());
    }

    @Test
    void a_film_is_cut_into_segments_for_players() {
        var job = done(
                "/v1/transcode",
                Map.of(
                        "input",
                        film.toString(),
                        "preset",
                        "hls_streaming",
                        "resolution",
                        "128x72",
                        "output_name",
                        "hls"));
        var master = output(job).resolve("master.m3u8");
        assertThat(master).content().contains("#EXT-X-STREAM-INF", "RESOLUTION=128x72");
        assertThat(Clips.seconds(Clips.probe(master))).isCloseTo(FILM_SECONDS, within(2.0));
    }

    @Test
    void renditions_are_offered_side_by_side() {
        var job = done(
                "/v1/transcode",
                Map.of(
                        "input",
                        clip.toString(),
                        "output_format",
                        "dash",
                        "output_name",
                        "dash",
                        "renditions",
                        new String[] {"640x360", "320x180"}));
        var manifest = output(job).resolve("manifest.mpd");
        assertThat(manifest).content().contains("height=\"360\"", "height=\"180\"");
        assertThat(Clips.seconds(Clips.probe(manifest))).isCloseTo(4, within(0.5));
    }

    @Test
    void films_are_joined_into_one() {
        var job = done(
                "/v1/video/concat",
                Map.of(
                        "clips",
                        new String[] {film.toString(), clip.toString()},
                        "width",
                        128,
                        "height",
                        72,
                        "fps",
                        5,
                        "output_name",
                        "joined.mp4"));
        var made = Clips.probe(output(job));
        assertThat(Clips.seconds(made)).isCloseTo(FILM_SECONDS + 4, within(1.5));
        assertThat(Clips.stream(made, "audio").get("codec_name").asString()).isEqualTo("aac");
    }

    @Test
    void a_clip_without_sound_does_not_shift_the_others() {
        var silent = Clips.silentFilm(MEDIA.resolve("silent.mkv"), 2, "320x180", 25);
        var job = done(
                "/v1/video/concat",
                Map.of("clips", new String[] {silent.toString(), clip.toString()}, "output_name", "with-silence.mp4"));
        var made = Clips.probe(output(job));
        assertThat(Double.parseDouble(
                        Clips.stream(made, "audio").get("duration").asString()))
                .isCloseTo(6, within(0.2));
    }

    @Test
    void a_film_gets_another_sound_with_music_below() {
        var speech = Clips.sound(MEDIA.resolve("speech.mp3"), 3);
        var music = Clips.sound(MEDIA.resolve("music.flac"), 1);
        var job = done(
                "/v1/compose/from-urls",
                Map.of(
                        "video_url",
                        film.toString(),
                        "audio_url",
                        speech.toString(),
                        "bgm_url",
                        music.toString(),
                        "loop_bgm",
                        true,
                        "duration",
                        8,
                        "width",
                        128,
                        "height",
                        72,
                        "output_name",
                        "composed.mp4"));
        var made = Clips.probe(output(job));
        assertThat(Clips.seconds(made)).isCloseTo(8, within(0.2));
        assertThat(Clips.stream(made, "audio").get("channels").asInt()).isEqualTo(2);
    }

    @Test
    void tracks_are_laid_over_each_other() {
        var job = done(
                "/v1/compose/from-tracks",
                Map.of("width", 320, "height", 180, "output_name", "tracks.mp4", "tracks", new Object[] {
                    track("video", clip, 0, 2000), track("video", film, 1000, 2000), track("audio", clip, 500, 1000)
                }));
        assertThat(Clips.seconds(Clips.probe(output(job)))).isCloseTo(3, within(0.2));
    }

    private static Map<String, ?> track(String type, Path source, int at, int millis) {
        return Map.of("type", type, "keyframes", new Object[] {
            Map.of("url", source.toString(), "timestamp", at, "duration", millis)
        });
    }

    @Test
    void a_picture_becomes_a_film_that_stands_still() {
        var picture = Clips.picture(MEDIA.resolve("picture.png"), "333x201");
        var job = done("/v1/image/to-mp4-loop", Map.of("input", picture.toString(), "duration", 3));
        var made = Clips.probe(output(job));
        assertThat(Clips.seconds(made)).isCloseTo(3, within(0.1));
        assertThat(Clips.stream(made, "video").get("width").asInt()).isEqualTo(332);
    }

    @Test
    void sound_is_extracted_and_its_tempo_changed() {
        var extracted = Clips.probe(output(done(
                "/v1/audio/extract",
                Map.of(
                        "video_url",
                        clip.toString(),
                        "format",
                        "flac",
                        "sample_rate",
                        48000,
                        "output_name",
                        "s.flac"))));
        assertThat(Clips.stream(extracted, "audio").get("sample_rate").asString())
                .isEqualTo("48000");
        var slower = Clips.probe(output(
                done("/v1/audio/tempo", Map.of("input", clip.toString(), "tempo", 0.25, "output_name", "slow.mp3"))));
        assertThat(Clips.seconds(slower)).isCloseTo(16, within(0.5));
    }

    @Test
    void a_picture_can_be_copied_into_another_format() {
        var job = done(
                "/v1/transcode", Map.of("input", clip.toString(), "video_codec", "copy", "output_name", "remuxed.mp4"));
        assertThat(Clips.stream(Clips.probe(output(job)), "video").get("height").asInt())
                .isEqualTo(360);
        assertThat(job.get("encoderPath")).isEmpty();
    }

    @Test
    void high_dynamic_range_is_kept_with_its_colour_data() throws IOException {
        var hdr = Clips.hdr10(MEDIA.resolve("hdr.mkv"));
        var job = done(
                "/v1/transcode",
                Map.of(
                        "input",
                        hdr.toString(),
                        "video_codec",
                        "hevc",
                        "preset",
                        "fast",
                        "output_name",
                        "hdr-kept.mkv",
                        "output_format",
                        "mkv"));
        var video = Clips.stream(Clips.probe(output(job)), "video");
        assertThat(video.get("pix_fmt").asString()).isEqualTo("yuv420p10le");
        assertThat(video.get("color_transfer").asString()).isEqualTo("smpte2084");
        assertThat(video.get("color_primaries").asString()).isEqualTo("bt2020");
        assertThat(Files.exists(hdr)).isTrue();
    }

    @Test
    void high_dynamic_range_is_tone_mapped_where_asked() {
        var hdr = Clips.hdr10(MEDIA.resolve("hdr-sdr.mkv"));
        var job = done(
                "/v1/transcode",
                Map.of("input", hdr.toString(), "hdr", "sdr", "preset", "fast", "output_name", "sdr.mp4"));
        var video = Clips.stream(Clips.probe(output(job)), "video");
        assertThat(video.get("color_transfer").asString("bt709")).isEqualTo("bt709");
        assertThat(video.get("pix_fmt").asString()).isEqualTo("yuv420p");
    }

    @Test
    void two_passes_meet_their_bitrate() {
        var job = done(
                "/v1/transcode",
                Map.of("input", clip.toString(), "bitrate", "300k", "two_pass", true, "output_name", "two-pass.mp4"));
        var rate =
                Clips.stream(Clips.probe(output(job)), "video").get("bit_rate").asString();
        assertThat(Integer.parseInt(rate)).isCloseTo(300_000, within(90_000));
    }

    @Test
    void a_file_is_looked_at() {
        var job = done("/v1/probe", Map.of("input", clip.toString()));
        var media = job.get("result");
        assertThat(media.get("durationMillis").asInt()).isCloseTo(4000, within(100));
        assertThat(media.get("video").get(0).get("height").asInt()).isEqualTo(360);
        assertThat(job.get("outputs")).isEmpty();
    }

    @Test
    void a_file_that_is_no_media_is_refused_with_a_remedy_and_leaves_nothing() throws IOException {
        var text = Files.writeString(MEDIA.resolve("notes.mkv"), "no film at all");
        var answer =
                controller.post("/v1/transcode?wait=60", JSON.writeValueAsString(Map.of("input", text.toString())));
        var job = JSON.readTree(answer.body());
        assertThat(job.get("state").asString()).as(answer.body()).isIn("failed", "dead");
        assertThat(job.get("error").get("remedy").asString()).isNotBlank();
        assertThat(MEDIA.resolve("notes.h264.mp4")).doesNotExist();
    }

    @Test
    void a_file_outside_the_library_is_refused() {
        var answer = controller.post("/v1/transcode", "{\"input\": \"/etc/passwd\"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("OUTSIDE_LIBRARY");
    }

    @Test
    void an_output_that_is_there_is_not_replaced_unless_asked_by_name() throws IOException {
        var there = Files.writeString(MEDIA.resolve("there.mp4"), "precious");
        var body = Map.of("input", clip.toString(), "output_name", "there.mp4");
        assertThat(controller
                        .post("/v1/transcode", JSON.writeValueAsString(body))
                        .body())
                .contains("OUTPUT_EXISTS");
        assertThat(there).hasContent("precious");
    }
}
