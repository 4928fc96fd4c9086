package media.usenet.encoders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final Breaker breaker = new Breaker(() -> now);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed("nvenc:x", "DRIVER_ERROR: it hung");
        }
    }

    @Test
    void two_failures_are_chance_and_three_in_a_row_are_not() {
        fail(2);
        assertThat(breaker.open()).isEmpty();
        fail(1);
        assertThat(breaker.open().get("nvenc:x")).contains("3 failures").contains("it hung");
    }

    @Test
    void a_success_between_them_starts_the_count_anew() {
        fail(2);
        breaker.succeeded("nvenc:x");
        fail(2);
        assertThat(breaker.open()).isEmpty();
    }

    @Test
    void after_a_pause_one_job_is_tried_and_its_failure_ends_the_trial() {
        fail(3);
        now = now.plus(Duration.ofMinutes(11));
        assertThat(breaker.open()).isEmpty();
        fail(1);
        assertThat(breaker.open()).isNotEmpty();
    }

    @Test
    void the_other_device_goes_on() {
        fail(3);
        assertThat(breaker.open()).containsOnlyKeys("nvenc:x");
    }
}
