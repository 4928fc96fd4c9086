package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void sizesAreShownInTheLargestUnitThatFits() {
        assertThat(Figures.bytes(0)).isEqualTo("0 B");
        assertThat(Figures.bytes(1023)).isEqualTo("1023 B");
        assertThat(Figures.bytes(1024)).isEqualTo("1.0 KiB");
        assertThat(Figures.bytes(1024 * 1024 - 1)).isEqualTo("1.0 MiB");
        assertThat(Figures.bytes(16624738304.0)).isEqualTo("15.5 GiB");
        assertThat(Figures.bytes(9e18)).isEqualTo("7993.6 PiB");
    }

    @Test
    void sizesOfDrivesAreShownAsDrivesAreSold() {
        assertThat(Figures.driveSize(999)).isEqualTo("999 B");
        assertThat(Figures.driveSize(1000)).isEqualTo("1.0 kB");
        assertThat(Figures.driveSize(999_990_000_000.0)).isEqualTo("1.0 TB");
        assertThat(Figures.driveSize(11_993_949_208_576.0)).isEqualTo("12.0 TB");
        assertThat(Figures.driveSize(2e18)).isEqualTo("2000.0 PB");
    }

    @Test
    void spansOfTimeAreShownInTwoUnits() {
        assertThat(Figures.seconds(-3)).isEqualTo("0 s");
        assertThat(Figures.seconds(59)).isEqualTo("59 s");
        assertThat(Figures.seconds(60)).isEqualTo("1 min");
        assertThat(Figures.seconds(3661)).isEqualTo("1 h 1 min");
        assertThat(Figures.seconds(200_000)).isEqualTo("2 d 7 h");
    }

    @Test
    void timesAreReadAsInstantReadsThem() {
        for (var time : new String[] {"2026-11-20T18:04:05Z", "2024-02-29T23:59:59.999Z", "1970-01-01T00:00:00Z"}) {
            assertThat(Figures.epochSeconds(time)).isEqualTo(Instant.parse(time).getEpochSecond());
        }
    }

    @Test
    void whatIsNoTimeIsUnknown() {
        for (var text : new String[] {
            "", "yesterday", "2026-13-20T18:04:05Z", "2026-11-20T18:04:05+01:00", "xxxx-11-20T18:04:05Z"
        }) {
            assertThat(Figures.epochSeconds(text)).as(text).isNull();
        }
        assertThat(Figures.epochSeconds(null)).isNull();
    }

    @Test
    void aShareOfNothingIsUnknown() {
        assertThat(Figures.percent(1, 0)).isEqualTo("?");
        assertThat(Figures.percent(1, 3)).isEqualTo("33 %");
    }
}
