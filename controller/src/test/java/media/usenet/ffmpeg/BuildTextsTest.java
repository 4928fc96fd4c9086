package media.usenet.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildTextsTest {

    @Test
    void versions_of_distributions_snapshots_and_releases_are_read() {
        assertThat(BuildTexts.version("ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2026"))
                .isEqualTo(new FFmpegVersion("5.1.9-0+deb12u1", 5, 1, 9));
        assertThat(BuildTexts.version("ffmpeg version 9.0.2 Copyright").atLeast(8, 1))
                .isTrue();
        assertThat(BuildTexts.version("ffmpeg version n7.1 Copyright").atLeast(7, 1))
                .isTrue();
        assertThat(BuildTexts.version("ffmpeg version N-118448-g43be8d0728 Copyright"))
                .isEqualTo(new FFmpegVersion("N-118448-g43be8d0728", 0, 0, 0));
        assertThat(BuildTexts.version("something else").name()).isEqualTo("unknown");
    }

    @Test
    void the_legend_above_the_encoders_is_no_encoder() {
        var text = """
                Encoders:
                 V..... = Video
                 .....D = Supports direct rendering method 1
                 ------
                 V....D libx264              libx264 H.264 / AVC / MPEG-4 AVC (codec h264)
                 V..... libvpx-vp9           libvpx VP9 (codec vp9)
                 A....D aac                  AAC (Advanced Audio Coding)
                """;
        assertThat(BuildTexts.coders(text)).containsExactlyInAnyOrder("libx264", "libvpx-vp9", "aac");
    }

    @Test
    void filters_are_read_with_three_flags_and_with_two() {
        var text = """
                Filters:
                  T.. = Timeline support
                  | = Source or sink filter
                 ..C scale             V->V       Scale the input video size and/or convert the image format.
                 TS color             |->V       Provide an uniformly colored input.
                """;
        assertThat(BuildTexts.filters(text)).containsExactlyInAnyOrder("scale", "color");
    }

    @Test
    void the_heading_of_the_accelerations_is_none_of_them() {
        assertThat(BuildTexts.hwaccels("Hardware acceleration methods:\ncuda\nvaapi\n\n"))
                .containsExactlyInAnyOrder("cuda", "vaapi");
    }

    @Test
    void another_configuration_is_another_build() {
        assertThat(BuildTexts.configuration("--enable-gpl")).isNotEqualTo(BuildTexts.configuration("--enable-gpl "));
    }
}
