package media.usenet.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import media.usenet.job.FailureClass;
import media.usenet.queue.RetryPolicy.Verdict;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final JobSettings.Retry SETTINGS =
            new JobSettings.Retry(Duration.ofSeconds(10), 3, Duration.ofMinutes(2), 0.2, Duration.ofDays(1));

    private static Verdict judge(FailureClass failure, int failures, Duration age, double random) {
        return new RetryPolicy(SETTINGS, () -> random).judge(failure, failures, 4, age);
    }

    @Test
    void waitsGrowToALongestOne() {
        var waits = IntStream.rangeClosed(1, 4)
                .mapToObj(failures ->
                        new RetryPolicy(SETTINGS, () -> 0.5).judge(FailureClass.NETWORK, failures, 9, Duration.ZERO))
                .toList();
        assertThat(waits)
                .isEqualTo(List.of(
                        new Verdict.Again(Duration.ofSeconds(10)),
                        new Verdict.Again(Duration.ofSeconds(30)),
                        new Verdict.Again(Duration.ofSeconds(90)),
                        new Verdict.Again(Duration.ofMinutes(2))));
    }

    @Test
    void jitterSpreadsThem() {
        assertThat(judge(FailureClass.TIMEOUT, 1, Duration.ZERO, 0))
                .isEqualTo(new Verdict.Again(Duration.ofSeconds(8)));
        assertThat(judge(FailureClass.TIMEOUT, 1, Duration.ZERO, 1))
                .isEqualTo(new Verdict.Again(Duration.ofSeconds(12)));
    }

    @Test
    void whatStaysWrongIsNeverRetried() {
        assertThat(Arrays.stream(FailureClass.values())
                        .filter(failure -> judge(failure, 1, Duration.ZERO, 0) instanceof Verdict.Hopeless))
                .containsExactly(FailureClass.CONFIGURATION, FailureClass.VALIDATION);
    }

    @Test
    void aBadSourceIsTriedTwiceAndAnythingElseAsOftenAsItMay() {
        assertThat(judge(FailureClass.SOURCE, 2, Duration.ZERO, 0)).isEqualTo(new Verdict.Exhausted());
        assertThat(judge(FailureClass.ENCODER, 3, Duration.ZERO, 0)).isInstanceOf(Verdict.Again.class);
        assertThat(judge(FailureClass.ENCODER, 4, Duration.ZERO, 0)).isEqualTo(new Verdict.Exhausted());
    }

    @Test
    void aFullDiskIsWaitedForADay() {
        assertThat(judge(FailureClass.RESOURCE, 40, Duration.ofHours(23), 0)).isInstanceOf(Verdict.Again.class);
        assertThat(judge(FailureClass.RESOURCE, 40, Duration.ofHours(25), 0)).isEqualTo(new Verdict.Exhausted());
    }
}
