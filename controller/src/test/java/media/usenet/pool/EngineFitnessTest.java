package media.usenet.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EngineFitnessTest {

    private static final List<String> USUAL = List.of("name=seccomp,profile=default");
    private static final String KERNEL = "6.1.0-28-amd64";

    @Test
    void the_engine_of_this_machine_is_fit() {
        assertThat(EngineFitness.problem("Debian GNU/Linux 12 (bookworm)", USUAL, KERNEL, KERNEL))
                .isEmpty();
    }

    @Test
    void docker_desktop_is_not() {
        assertThat(EngineFitness.problem("Docker Desktop", USUAL, "6.10.14-linuxkit", KERNEL))
                .hasValueSatisfying(why -> assertThat(why).contains("Docker Desktop", "virtual machine"));
    }

    @Test
    void nor_is_an_engine_without_root() {
        var options = List.of("name=seccomp,profile=default", "name=rootless", "name=cgroupns");
        assertThat(EngineFitness.problem("Ubuntu 24.04.1 LTS", options, KERNEL, KERNEL))
                .hasValueSatisfying(why -> assertThat(why).contains("without root"));
    }

    @Test
    void nor_is_one_on_another_machine() {
        assertThat(EngineFitness.problem("Alpine Linux v3.20", USUAL, "6.6.62-0-virt", KERNEL))
                .hasValueSatisfying(why -> assertThat(why).contains("6.6.62-0-virt", KERNEL));
    }
}
