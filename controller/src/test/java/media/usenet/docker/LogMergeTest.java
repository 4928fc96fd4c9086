package media.usenet.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import media.usenet.docker.OutputLine.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class LogMergeTest {

    private static final Duration FOR_EVER = Duration.ofDays(1);

    @Test
    void linesOfSeveralLogsComeInOrderOfTime() throws InterruptedException {
        var merge = new LogMerge(FOR_EVER);
        var first = merge.lane();
        var second = merge.lane();
        fill(first, 1, 4, 5);
        fill(second, 2, 3, 6);

        assertThat(drain(merge)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void aLogThatIsLateIsWaitedFor() throws InterruptedException {
        var merge = new LogMerge(FOR_EVER);
        var first = merge.lane();
        var second = merge.lane();
        fill(first, 2);
        var started = new CountDownLatch(1);
        Thread.startVirtualThread(() -> {
            started.countDown();
            fill(second, 1, 3);
        });
        started.await();

        assertThat(drain(merge)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aSilentLogDoesNotHoldTheOthersBackForEver() throws InterruptedException {
        var merge = new LogMerge(Duration.ZERO);
        merge.lane();
        var second = merge.lane();
        fill(second, 1);
        var seen = new ArrayList<Long>();

        // Only the consumer ends it: the silent log never does.
        assertThatThrownBy(() -> merge.drain(line -> {
                    seen.add(line.time().getEpochSecond());
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
        assertThat(seen).containsExactly(1L);
    }

    @Test
    void aLogLongerThanTheMergeHoldsIsMergedWhole() throws InterruptedException {
        var merge = new LogMerge(FOR_EVER);
        var lane = merge.lane();
        Thread.startVirtualThread(() -> fill(lane, LongStream.range(0, 1000).toArray()));

        assertThat(drain(merge)).hasSize(1000).isSorted();
    }

    @Test
    void theFailureOfOneLogEndsTheMerge() {
        var merge = new LogMerge(FOR_EVER);
        merge.lane();
        merge.lane().end(new IllegalStateException("connection lost"));

        assertThatThrownBy(() -> drain(merge)).hasMessage("connection lost");
    }

    private static void fill(LogMerge.Lane lane, long... seconds) {
        for (var second : seconds) {
            lane.add(new LogLine("a", Instant.ofEpochSecond(second), Channel.STDOUT, ""));
        }
        lane.end(null);
    }

    private static List<Long> drain(LogMerge merge) throws InterruptedException {
        var seconds = new ArrayList<Long>();
        merge.drain(line -> seconds.add(line.time().getEpochSecond()));
        return seconds;
    }
}
