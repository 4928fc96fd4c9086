package media.usenet.drives;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FlapsTest {

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final Flaps flaps = new Flaps(now::get);

    @Test
    void five_pulls_within_a_minute_are_too_often() {
        pull(4);
        assertThat(flaps.tooOften("films")).isFalse();
        pull(1);
        assertThat(flaps.tooOften("films")).isTrue();
        assertThat(flaps.tooOften("series")).isFalse();
    }

    @Test
    void after_a_quiet_minute_all_is_forgiven() {
        pull(5);
        // The counter of nanoseconds may pass its largest number: only differences count.
        now.addAndGet(Duration.ofSeconds(61).toNanos());
        assertThat(flaps.tooOften("films")).isFalse();
    }

    @Test
    void whoever_says_that_the_cable_is_right_now_is_believed() {
        pull(5);
        flaps.forget("films");
        assertThat(flaps.tooOften("films")).isFalse();
    }

    private void pull(int times) {
        for (int i = 0; i < times; i++) {
            flaps.pulled("films");
            now.addAndGet(Duration.ofSeconds(2).toNanos());
        }
    }
}
