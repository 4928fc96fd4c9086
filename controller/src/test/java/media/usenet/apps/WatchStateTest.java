package media.usenet.apps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WatchStateTest {

    private static final Instant EARLIER = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2025-01-01T00:00:00Z");
    private static final WatchState HALF = new WatchState(false, 0, Duration.ofMinutes(10), LATER, false);
    private static final WatchState WHOLE = new WatchState(true, 2, Duration.ZERO, EARLIER, true);

    @Test
    void together_they_are_the_more_of_each() {
        assertThat(HALF.with(WHOLE)).isEqualTo(new WatchState(true, 2, Duration.ofMinutes(10), LATER, true));
        assertThat(WHOLE.with(WatchState.NONE)).isEqualTo(WHOLE);
        assertThat(WatchState.NONE.with(WHOLE)).isEqualTo(WHOLE);
    }

    @Test
    void what_was_watched_to_its_end_is_not_begun_anew_by_what_was_half_watched_elsewhere() {
        assertThat(WHOLE.with(HALF).position()).isZero();
    }

    @Test
    void what_came_after_a_change_stays_when_the_change_is_taken_back() {
        assertThat(WHOLE.without(HALF, WHOLE)).isEqualTo(HALF);
        var unmarkedSince = new WatchState(false, 0, Duration.ofMinutes(5), EARLIER, true);
        var more = new WatchState(true, 3, Duration.ZERO, EARLIER, true);
        assertThat(unmarkedSince.without(WHOLE, more)).isEqualTo(unmarkedSince);
    }

    @Test
    void a_date_alone_is_nothing_that_could_be_lost() {
        assertThat(new WatchState(false, 0, Duration.ZERO, LATER, false).nothing())
                .isTrue();
        assertThat(HALF.nothing()).isFalse();
    }
}
