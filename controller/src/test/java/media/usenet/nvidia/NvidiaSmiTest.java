package media.usenet.nvidia;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NvidiaSmiTest {

    @Test
    void bus_ids_are_read_as_the_kernel_spells_them() {
        assertThat(NvidiaSmi.slot("00000000:2D:00.0")).isEqualTo("0000:2d:00.0");
        assertThat(NvidiaSmi.slot("0000:01:00.0")).isEqualTo("0000:01:00.0");
        assertThat(NvidiaSmi.slot("00010000:01:00.0")).isEqualTo("00010000:01:00.0");
    }
}
