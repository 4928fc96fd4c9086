package media.usenet.encoders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import media.usenet.ffmpeg.Progress;
import org.junit.jupiter.api.Test;

class PaceTest {

    private long now;
    private final Pace pace = new Pace(() -> now);

    private void at(double seconds, long frame) {
        now = (long) (seconds * 1e9);
        pace.accept(new Progress(frame, 0, Duration.ZERO, 0, 0, false));
    }

    @Test
    void the_wait_for_the_first_frame_is_not_counted() {
        at(1, 0);
        at(9, 20);
        at(10, 70);
        at(11, 120);
        assertThat(pace.fps()).isEqualTo(50);
        assertThat(pace.frames()).isEqualTo(100);
    }

    @Test
    void reports_without_new_frames_do_not_lengthen_it() {
        at(1, 10);
        at(2, 20);
        at(30, 20);
        assertThat(pace.fps()).isEqualTo(10);
    }

    @Test
    void one_report_is_no_pace() {
        at(5, 40);
        assertThat(pace.fps()).isZero();
    }

    @Test
    void what_is_flushed_at_the_end_is_no_pace() {
        at(1, 10);
        now = 2_000_000_000;
        pace.accept(new Progress(60, 0, Duration.ZERO, 0, 0, true));
        assertThat(pace.fps()).isZero();
    }
}
