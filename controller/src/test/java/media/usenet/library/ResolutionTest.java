package media.usenet.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionTest {

    @ParameterizedTest
    @CsvSource({
        "7680, 4320, 4320p",
        "3840, 2160, 2160p",
        "3840, 1600, 2160p",
        "2560, 1440, 1440p",
        "1920, 1080, 1080p",
        "1920, 800, 1080p",
        "1440, 1080, 1080p",
        "1080, 1920, 1080p",
        "1280, 720, 720p",
        "1280, 534, 720p",
        "960, 720, 720p",
        "720, 576, 576p",
        "1024, 576, 576p",
        "720, 480, 480p",
        "720, 304, 480p",
        "352, 288, sd",
        "0, 0, -"
    })
    void aPictureIsCalledAsPeopleCallIt(int width, int height, String name) {
        assertThat(Resolution.of(width, height)).isEqualTo(name);
    }

    @Test
    void lengthsAndRatesFallIntoOneClassEach() {
        assertThat(Classes.LENGTHS.word(Classes.LENGTHS.of(0))).isEqualTo("unknown");
        assertThat(Classes.LENGTHS.word(Classes.LENGTHS.of(599_999))).isEqualTo("under-10m");
        assertThat(Classes.LENGTHS.word(Classes.LENGTHS.of(600_000))).isEqualTo("10m-30m");
        assertThat(Classes.LENGTHS.word(Classes.LENGTHS.of(Long.MAX_VALUE))).isEqualTo("over-2h");
        assertThat(Classes.RATES.word(Classes.RATES.of(39_999_999))).isEqualTo("20M-40M");
    }
}
