package media.usenet.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import media.usenet.naming.ReleaseParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseFactsReaderTest {

    @ParameterizedTest
    @CsvSource({
        "RADARR, Red.Sand.2019.1080p.BluRay.x264-A, Bluray-1080p, 9, 1080, 0",
        "RADARR, Red.Sand.2019.2160p.BluRay.REMUX.HEVC-A, Remux-2160p, 9, 2160, 5",
        "RADARR, Red.Sand.2019.720p.WEB-DL.x264-A, WEBDL-720p, 7, 720, 0",
        "RADARR, Red.Sand.2019.1080p.WEBRip.x264-A, WEBRip-1080p, 8, 1080, 0",
        "RADARR, Red.Sand.2019.DVDRip.XviD-A, DVD, 5, 0, 0",
        "RADARR, Red.Sand.2019.HDTV.XviD-A, SDTV, 6, 480, 0",
        "RADARR, Red.Sand.2019.CAM.XviD-A, CAM, 1, 0, 0",
        "RADARR, Red.Sand.2019.576p.BluRay.x264-A, Bluray-576p, 9, 576, 0",
        "SONARR, Kite.S01E01.1080p.BluRay.x264-A, Bluray-1080p, 6, 1080, 0",
        "SONARR, Kite.S01E01.1080p.BluRay.REMUX.AVC-A, Bluray-1080p Remux, 7, 1080, 0",
        "SONARR, Kite.S01E01.2160p.WEB-DL.H265-A, WEBDL-2160p, 3, 2160, 0",
        "SONARR, Kite.S01E01.720p.WEBRip.x264-A, WEBRip-720p, 4, 720, 0",
        "SONARR, Kite.S01E01.DVDRip.x264-A, DVD, 5, 480, 0",
        "SONARR, Kite.S01E01.720p.HDTV.x264-A, HDTV-720p, 1, 720, 0",
    })
    void numbersQualitiesAsTheApplicationDoes(
            Application application, String name, String quality, int source, int resolution, int modifier) {
        assertThat(Quality.of(application, ReleaseParser.parse(name), OptionalInt.empty()))
                .hasValue(new Quality(quality, source, resolution, modifier));
    }

    @Test
    void believesThePictureBeforeTheName() {
        var release = ReleaseParser.parse("Red.Sand.2019.2160p.WEB-DL.x264-A");
        assertThat(Quality.of(Application.RADARR, release, OptionalInt.of(1080))
                        .orElseThrow()
                        .name())
                .isEqualTo("WEBDL-1080p");
    }

    @Test
    void knowsNoQualityOfANameThatSaysNone() {
        assertThat(Quality.of(Application.RADARR, ReleaseParser.parse("Red Sand (2019)"), OptionalInt.of(1080)))
                .isEmpty();
    }

    @Test
    void countsLanguagesAsTheApplicationDoes() {
        var seen = new Seen(
                OptionalInt.empty(),
                Optional.of(Set.of("hi", "de", "xx")),
                Optional.of("th"),
                OptionalLong.of(5),
                Optional.empty());
        var release = ReleaseParser.parse("Red.Sand.2019.1080p.BluRay.x264-A");
        var films = ReleaseFactsReader.read(Application.RADARR, "Red?.Sand *", release, seen);
        var series = ReleaseFactsReader.read(Application.SONARR, "Red?.Sand *", release, seen);
        assertThat(films.languages()).hasValue(Set.of(26, 4));
        assertThat(series.languages()).hasValue(Set.of(27, 4));
        assertThat(films.original()).hasValue(28);
        assertThat(films.title()).isEqualTo("Red.Sand");
        assertThat(series.title()).isEqualTo("Red?.Sand *");
    }

    @Test
    void saysNothingOfWhatIsNotKnown() {
        var facts =
                ReleaseFactsReader.read(Application.RADARR, "Red Sand", ReleaseParser.parse("Red Sand"), Seen.NOTHING);
        assertThat(facts.source()).isEmpty();
        assertThat(facts.resolution()).isEmpty();
        assertThat(facts.group()).isEmpty();
        assertThat(facts.flags()).isEmpty();
        assertThat(facts.complete()).isFalse();
    }
}
