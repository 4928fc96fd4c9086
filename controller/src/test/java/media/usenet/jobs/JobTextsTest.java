package media.usenet.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;

class JobTextsTest {

    @Test
    void statesAreKnownByTheNamesOfOthers() {
        assertThat(JobState.of("Completed")).isEqualTo(JobState.SUCCEEDED);
        assertThat(JobState.of("processing")).isEqualTo(JobState.RUNNING);
        assertThat(JobState.of("canceled")).isEqualTo(JobState.CANCELLED);
        assertThat(JobState.of("pending")).isEqualTo(JobState.QUEUED);
        for (var state : JobState.values()) {
            assertThat(JobState.of(state.word())).isEqualTo(state);
        }
        assertThatThrownBy(() -> JobState.of("lost"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.remedy()).contains("queued, running, retrying"));
    }

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
    void theNameOfALaneIsPlain() {
        assertThat(new Lane("nvenc:0000:01:00.0", 3).slots()).isEqualTo(3);
        assertThatThrownBy(() -> new Lane("a lane", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Lane("cpu", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lanesGiveOutNoMoreThanTheyHave() {
        var slots = new Slots();
        slots.have(java.util.List.of(new Lane("cpu", 2), new Lane("io", 1)));
        slots.take("cpu", "a");
        slots.take("io", "b");
        assertThat(slots.free()).containsExactly(new Lane("cpu", 1));
        slots.giveBack("b");
        assertThat(slots.free()).containsExactly(new Lane("cpu", 1), new Lane("io", 1));
        slots.close();
        assertThat(slots.free()).isEmpty();
    }
}
