package media.usenet.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import media.usenet.ffmpeg.FFmpegOutcome.Why;
import media.usenet.sandbox.Cell;
import media.usenet.sandbox.Limits;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final long FREE = 10_000_000_000L;
    private final FFmpegRun run = new FFmpegRun(
            List.of(),
            new Cell(Path.of("/work"), List.of(), List.of(), Limits.USUAL),
            Map.of(),
            Duration.ofSeconds(60),
            Duration.ofHours(1),
            1_000_000_000);
    private final Watch watch = new Watch(run, 0);

    private static long at(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    private static Progress frame(long frame) {
        return new Progress(frame, 0, Duration.ZERO, 0, 0, false);
    }

    @Test
    void a_run_that_moves_goes_on() {
        watch.saw(frame(1), at(50));
        watch.saw(frame(2), at(100));
        assertThat(watch.verdict(at(159), FREE)).isEmpty();
    }

    @Test
    void reports_without_movement_are_no_progress() {
        watch.saw(frame(1), at(1));
        watch.saw(frame(1), at(30));
        watch.saw(frame(1), at(60));
        assertThat(watch.verdict(at(61), FREE).orElseThrow().why()).isEqualTo(Why.STALLED);
    }

    @Test
    void a_run_that_never_begins_is_stalled() {
        assertThat(watch.verdict(at(59), FREE)).isEmpty();
        assertThat(watch.verdict(at(60), FREE).orElseThrow().reason()).contains("60 seconds");
    }

    @Test
    void the_time_limit_ends_a_run_that_moves() {
        watch.saw(frame(1), at(3599));
        assertThat(watch.verdict(at(3600), FREE).orElseThrow().why()).isEqualTo(Why.TIME_LIMIT);
    }

    @Test
    void too_little_room_on_the_disk_ends_it_and_says_how_much_there_is() {
        var verdict = watch.verdict(at(1), 999_999_999).orElseThrow();
        assertThat(verdict.why()).isEqualTo(Why.DISK_FLOOR);
        assertThat(verdict.reason()).contains("999 MB").contains("/work").contains("1,000 MB");
    }
}
