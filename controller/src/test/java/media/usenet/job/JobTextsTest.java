package media.usenet.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void theNameOfALaneIsPlain() {
        assertThat(new Lane("nvenc:0000:01:00.0", 3).slots()).isEqualTo(3);
        assertThatThrownBy(() -> new Lane("a lane", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Lane("cpu", 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
