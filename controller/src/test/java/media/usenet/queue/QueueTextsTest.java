package media.usenet.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import media.usenet.job.Lane;
import org.junit.jupiter.api.Test;

class QueueTextsTest {

    @Test
    void idsSortByTheirTimeAlsoWithinAMillisecond() {
        var ids = new JobIds();
        var now = Instant.parse("2026-11-21T12:00:00Z");
        var made = IntStream.range(0, 1_000)
                .mapToObj(i -> ids.next(now.plusMillis(i / 100)))
                .toList();
        assertThat(made).isSorted().doesNotHaveDuplicates().allMatch(id -> id.matches("job_[0-9a-z]{21}"));
        assertThat(ids.next(now.minusSeconds(5))).isGreaterThan(made.getLast());
    }

    @Test
    void spansReadAsPeopleSayThem() {
        assertThat(Spans.text(Duration.ofMillis(1_240))).isEqualTo("1.2 s");
        assertThat(Spans.text(Duration.ofSeconds(42))).isEqualTo("42 s");
        assertThat(Spans.text(Duration.ofSeconds(692))).isEqualTo("11 min 32 s");
        assertThat(Spans.text(Duration.ofMinutes(150))).isEqualTo("2 h 30 min");
    }

    @Test
    void lanesGiveOutNoMoreThanTheyHave() {
        var slots = new Slots();
        slots.have(List.of(new Lane("cpu", 2), new Lane("io", 1)));
        slots.take("cpu", "a");
        slots.take("io", "b");
        assertThat(slots.free()).containsExactly(new Lane("cpu", 1));
        slots.giveBack("b");
        assertThat(slots.free()).containsExactly(new Lane("cpu", 1), new Lane("io", 1));
        slots.close();
        assertThat(slots.free()).isEmpty();
    }
}
