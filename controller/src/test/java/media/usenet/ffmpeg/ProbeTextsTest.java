package media.usenet.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import media.usenet.ffmpeg.MediaFacts.FieldOrder;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Answers of ffprobe that this machine's files do not give.
class ProbeTextsTest {

    private static String film(String more) {
        return """
                {"streams": [{"index": 0, "codec_type": "video", "codec_name": "hevc", "width": 3840, "height": 2160,
                  "pix_fmt": "yuv420p10le", "color_transfer": "smpte2084", "color_primaries": "bt2020",
                  "color_space": "bt2020nc", "r_frame_rate": "24/1", "avg_frame_rate": "24/1" %s}],
                 "chapters": [{}, {}], "format": {"format_name": "matroska,webm", "duration": "7261.123000",
                  "size": "90000000000", "bit_rate": "4294967296"}}
                """.formatted(more);
    }

    @Test
    void dolby_vision_says_its_profile_and_whether_other_players_see_a_right_picture() {
        var eight = film("""
                , "side_data_list": [{"side_data_type": "DOVI configuration record", "dv_profile": 8,
                  "dv_bl_signal_compatibility_id": 1}]""");
        var hdr = ProbeTexts.facts(eight, "{}").film().orElseThrow().hdr();
        assertThat(hdr.kind()).isEqualTo(HdrKind.DOLBY_VISION);
        assertThat(hdr.dolbyVisionProfile()).isEqualTo(8);
        assertThat(hdr.compatible()).isTrue();
        var five = eight.replace("\"dv_profile\": 8", "\"dv_profile\": 5").replace("_id\": 1", "_id\": 0");
        assertThat(ProbeTexts.facts(five, "{}").film().orElseThrow().hdr().compatible())
                .isFalse();
    }

    @Test
    void hdr10_plus_stands_in_the_frames() {
        var frame = """
                {"frames": [{"side_data_list": [{"side_data_type": "HDR Dynamic Metadata SMPTE2094-40 (HDR10+)"}]}]}""";
        assertThat(ProbeTexts.facts(film(""), frame).film().orElseThrow().hdr().kind())
                .isEqualTo(HdrKind.HDR10_PLUS);
        assertThat(ProbeTexts.facts(film(""), "{}").film().orElseThrow().hdr().kind())
                .isEqualTo(HdrKind.HDR10);
    }

    @Test
    void long_films_and_high_bitrates_are_exact() {
        var facts = ProbeTexts.facts(film(""), "{}");
        assertThat(facts.duration()).hasToString("PT2H1M1.123S");
        assertThat(facts.bytes()).isEqualTo(90_000_000_000L);
        assertThat(facts.bitrate()).isEqualTo(4_294_967_296L);
        assertThat(facts.chapters()).isEqualTo(2);
    }

    @Test
    void what_ffprobe_does_not_know_is_unknown() {
        var facts = ProbeTexts.facts("""
                {"streams": [{"index": 0, "codec_type": "video", "r_frame_rate": "0/0", "avg_frame_rate": "0/0"},
                  {"index": 1, "codec_type": "audio", "codec_name": "aac"},
                  {"index": 2, "codec_type": "data"}, {"index": 3}],
                 "format": {"format_name": "h264", "duration": "N/A"}}
                """, "{}");
        var film = facts.film().orElseThrow();
        assertThat(film.frameRate().known()).isFalse();
        assertThat(film.codec()).isEqualTo("unknown");
        assertThat(film.fieldOrder()).isEqualTo(FieldOrder.UNKNOWN);
        assertThat(film.bitDepth()).isZero();
        assertThat(facts.duration()).isNull();
        assertThat(facts.audio())
                .singleElement()
                .satisfies(audio -> assertThat(audio.language()).isEqualTo("und"));
    }

    @Test
    void tags_in_capitals_are_read_and_bitmaps_known() {
        var facts = ProbeTexts.facts("""
                {"streams": [{"index": 0, "codec_type": "subtitle", "codec_name": "hdmv_pgs_subtitle",
                  "tags": {"LANGUAGE": "eng", "title": "SDH"}, "disposition": {"default": 1, "forced": 0}}],
                 "format": {"format_name": "matroska,webm"}}
                """, "{}");
        assertThat(facts.subtitles()).singleElement().satisfies(subtitle -> {
            assertThat(subtitle.bitmap()).isTrue();
            assertThat(subtitle.language()).isEqualTo("eng");
            assertThat(subtitle.isDefault()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "yuv420p,8",
        "yuv420p10le,10",
        "p010le,10",
        "yuv444p12be,12",
        "gray10le,10",
        "gbrp14le,14",
        "nv12,8",
        "rgb24,8",
        "yuvj422p,8",
        "unknown,0"
    })
    void bits_are_told_from_the_pixel_format(String format, int bits) {
        assertThat(VideoFacts.depth(format)).isEqualTo(bits);
    }
}
