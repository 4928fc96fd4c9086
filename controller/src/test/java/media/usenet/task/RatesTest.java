package media.usenet.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatesTest {

    @ParameterizedTest
    @CsvSource({"23.976, 24000/1001", "29.97, 30000/1001", "25, 25", "12.5, 12500/1000", "59.94, 60000/1001"})
    void frame_rates_are_read_as_people_write_them(double written, String exact) {
        assertThat(FrameRates.of(written)).hasToString(exact);
    }

    @ParameterizedTest
    @CsvSource({"192k, 192000", "5M, 5000000", "2.5M, 2500000", "64000, 64000"})
    void bit_rates_are_read_as_people_write_them(String written, long bits) {
        assertThat(BitRate.of(written).bitsPerSecond()).isEqualTo(bits);
    }
}
