package media.usenet.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @Test
    void a_message_is_tried_eight_times_in_more_than_a_day() {
        var schedule = new Schedule(() -> 0);
        assertThat(IntStream.rangeClosed(1, 8).mapToObj(attempts -> schedule.next(attempts, Optional.empty())))
                .containsExactly(
                        Optional.of(Duration.ofSeconds(5)),
                        Optional.of(Duration.ofMinutes(5)),
                        Optional.of(Duration.ofMinutes(30)),
                        Optional.of(Duration.ofHours(2)),
                        Optional.of(Duration.ofHours(5)),
                        Optional.of(Duration.ofHours(10)),
                        Optional.of(Duration.ofHours(10)),
                        Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.999})
    void it_is_kept_to_a_tenth(double random) {
        assertThat(new Schedule(() -> random).next(2, Optional.empty()).orElseThrow())
                .isBetween(Duration.ofMinutes(5), Duration.ofSeconds(330));
    }

    @Test
    void a_receiver_that_asks_for_more_time_gets_it_but_no_more_than_a_day() {
        var schedule = new Schedule(() -> 0);
        assertThat(schedule.next(1, Optional.of(Duration.ofMinutes(7)))).contains(Duration.ofMinutes(7));
        assertThat(schedule.next(2, Optional.of(Duration.ofSeconds(1)))).contains(Duration.ofMinutes(5));
        assertThat(schedule.next(1, Optional.of(Duration.ofDays(900)))).contains(Duration.ofDays(1));
    }
}
