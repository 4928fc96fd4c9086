package media.usenet.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import media.usenet.encoders.HardwareWish;
import media.usenet.problem.Flaw;
import media.usenet.problem.ProblemException;
import media.usenet.task.Format;
import media.usenet.task.Task;
import media.usenet.video.Codec;
import media.usenet.video.VideoSpec.Range;
import media.usenet.video.VideoSpec.Speed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RequestTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Kind.Request read(Kind kind, String json) {
        return kind.read(JSON.readTree(json.replace('\'', '"')), JSON);
    }

    private static Task.Transcode transcode(String rest) {
        return (Task.Transcode)
                read(Kind.TRANSCODE, "{'input': '/pool/film.mkv'" + rest + "}").task();
    }

    @Test
    void a_transcode_that_says_nothing_else_is_h264_in_mp4() {
        var task = transcode("");
        assertThat(task.format()).isEqualTo(Format.MP4);
        assertThat(task.video())
                .hasValueSatisfying(spec -> assertThat(spec.codec()).isEqualTo(Codec.H264));
        assertThat(task.hardware()).isEqualTo(HardwareWish.AUTO);
        assertThat(task.subtitles()).isTrue();
    }

    @Test
    void both_spellings_of_a_key_mean_the_same() {
        var old = read(Kind.TRANSCODE, "{'input_url': 'https://example.com/a.mkv', 'video_codec': 'hevc'}");
        var ours = read(Kind.TRANSCODE, "{'input': 'https://example.com/a.mkv', 'videoCodec': 'hevc'}");
        assertThat(old.task()).isEqualTo(ours.task());
    }

    @Test
    void web_optimized_is_h264_at_23_below_5_megabits() {
        var spec = transcode(", 'preset': 'web_optimized'").video().orElseThrow();
        assertThat(spec.codec()).isEqualTo(Codec.H264);
        assertThat(spec.quality()).isEqualTo(23);
        assertThat(spec.speed()).isEqualTo(Speed.BALANCED);
        assertThat(spec.maxBitrate()).isEqualTo(5_000_000);
    }

    @Test
    void archive_quality_is_slow_hevc_at_18() {
        var spec = transcode(", 'preset': 'archive_quality'").video().orElseThrow();
        assertThat(spec.codec()).isEqualTo(Codec.HEVC);
        assertThat(spec.quality()).isEqualTo(18);
        assertThat(spec.speed()).isEqualTo(Speed.SLOW);
    }

    @Test
    void mobile_friendly_is_720p_at_28_with_30_pictures_a_second() {
        var spec = transcode(", 'preset': 'mobile_friendly'").video().orElseThrow();
        assertThat(spec.height()).isEqualTo(720);
        assertThat(spec.quality()).isEqualTo(28);
        assertThat(String.valueOf(spec.frameRate())).isEqualTo("30");
    }

    @Test
    void hls_streaming_is_hls_in_segments_of_6_seconds() {
        var task = transcode(", 'preset': 'hls_streaming'");
        assertThat(task.format()).isEqualTo(Format.HLS);
        assertThat(task.segmentSeconds()).isEqualTo(6);
        assertThat(task.video().orElseThrow().keyframeSeconds()).isEqualTo(6);
    }

    @Test
    void what_the_request_says_goes_before_its_preset() {
        var spec = transcode(", 'preset': 'web_optimized', 'crf': 19, 'resolution': '4K'")
                .video()
                .orElseThrow();
        assertThat(spec.quality()).isEqualTo(19);
        assertThat(spec.height()).isEqualTo(2160);
    }

    @Test
    void a_copied_picture_is_not_encoded() {
        assertThat(transcode(", 'video_codec': 'copy'").video()).isEqualTo(Optional.empty());
    }

    @Test
    void hardware_may_be_asked_for_codec_by_codec() {
        var wish = transcode(", 'video_codec': 'hevc', 'hardware': {'hevc': 'required', 'h264': 'off'}")
                .hardware();
        assertThat(wish).isEqualTo(HardwareWish.REQUIRED);
    }

    @Test
    void tone_mapping_is_asked_for_by_sdr() {
        assertThat(transcode(", 'hdr': 'sdr'").video().orElseThrow().range()).isEqualTo(Range.STANDARD);
    }

    @Test
    void every_flaw_is_told_at_once() {
        assertThatThrownBy(
                        () -> transcode(
                                ", 'crf': 99, 'resolution': 'big', 'preset': 'best', 'max_bitrate': '9 zetta', 'two_pass': true"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.flaws())
                                .extracting(Flaw::key)
                                .containsExactlyInAnyOrder("crf", "resolution", "preset", "max_bitrate", "two_pass"));
    }

    @ParameterizedTest
    @CsvSource({"webm, h264", "mp4, vp9", "hls, av1", "mov, av1"})
    void a_format_refuses_a_codec_that_it_cannot_hold(String format, String codec) {
        assertThatThrownBy(() -> transcode(", 'output_format': '%s', 'video_codec': '%s'".formatted(format, codec)))
                .hasMessageContaining("cannot hold");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "concat:a|b", "../film.mkv", "film.mkv", "upload:../x", "ftp://a/b", ""})
    void a_source_is_an_address_an_upload_or_a_full_path(String source) {
        assertThatThrownBy(() -> read(Kind.PROBE, "{'input': '%s'}".formatted(source)))
                .hasMessageContaining("input");
    }

    @Test
    void a_webhook_is_an_address() {
        assertThatThrownBy(() -> transcode(", 'webhook_url': '/etc/passwd'")).hasMessageContaining("webhook_url");
    }

    @Test
    void a_request_that_is_stored_is_read_again_as_the_same() {
        var json = JSON.readTree("{\"input_url\": \"https://example.com/a.mkv\", \"crf\": 20, \"label\": \"a\"}");
        assertThat(Kind.TRANSCODE.read(JSON.readTree(json.toString()), JSON))
                .isEqualTo(Kind.TRANSCODE.read(json, JSON));
    }

    @Test
    void tracks_share_a_source_that_is_shown_twice() {
        var task = (Task.Arrange) read(Kind.COMPOSE_TRACKS, """
                        {'tracks': [{'id': 'a', 'type': 'video', 'keyframes': [
                          {'url': 'https://example.com/a.mp4', 'timestamp': 0, 'duration': 1000},
                          {'url': 'https://example.com/a.mp4', 'timestamp': 2000, 'duration': 500}]}]}
                        """).task();
        assertThat(task.sources()).hasSize(1);
        assertThat(task.timeline().mix().length()).hasMillis(2500);
    }
}
