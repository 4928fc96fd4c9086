package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

    @Test
    void sizesAreReadAsMergerfsReadsThem() {
        assertThat(Amount.bytes("--min-free", "4096")).isEqualTo(4096);
        assertThat(Amount.bytes("--min-free", "500M")).isEqualTo(524_288_000);
        assertThat(Amount.bytes("--min-free", "20G")).isEqualTo(21_474_836_480L);
        assertThat(Amount.bytes("--min-free", "2T")).isEqualTo(2_199_023_255_552L);
    }

    @Test
    void spansOfTimeAreReadInSecondsMinutesAndHours() {
        assertThat(Amount.seconds("--timeout", "0")).isZero();
        assertThat(Amount.seconds("--timeout", "30")).isEqualTo(30);
        assertThat(Amount.seconds("--timeout", "30s")).isEqualTo(30);
        assertThat(Amount.seconds("--timeout", "2m")).isEqualTo(120);
        assertThat(Amount.seconds("--timeout", "1h")).isEqualTo(3600);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "G", "-1G", "1.5G", "20GB", "20 G", "2g", "999999999999999P", "9999999999999999", "\u0663"})
    void whatIsNoSizeIsRefused(String text) {
        assertThatThrownBy(() -> Amount.bytes("--min-free", text))
                .isInstanceOf(CliProblem.class)
                .hasMessage("--min-free takes a size such as 20G or 500M");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "soon", "1d", "30ss", "-1", "1.5h"})
    void whatIsNoTimeIsRefused(String text) {
        assertThatThrownBy(() -> Amount.seconds("--timeout", text))
                .isInstanceOf(CliProblem.class)
                .hasMessage("--timeout takes a time such as 30s or 2m");
    }
}
