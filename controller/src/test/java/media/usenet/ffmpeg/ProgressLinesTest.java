package media.usenet.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private static List<Progress> read(String text) {
        var lines = new ProgressLines();
        var all = new ArrayList<Progress>();
        text.lines().forEach(line -> lines.read(line).ifPresent(all::add));
        return all;
    }

    @Test
    void a_block_is_told_once_and_at_its_end() {
        var told = read("""
                frame=48
                fps=23.97
                stream_0_0_q=28.0
                bitrate= 412.1kbits/s
                total_size=98304
                out_time_us=1920000
                out_time_ms=1920000
                out_time=00:00:01.920000
                dup_frames=0
                drop_frames=0
                speed=0.958x
                progress=continue
                frame=50
                """);
        assertThat(told).containsExactly(new Progress(48, 23.97, Duration.ofMillis(1920), 98_304, 0.958, false));
    }

    @Test
    void values_that_are_not_known_yet_are_0() {
        var told = read("frame=0\nfps=0.00\ntotal_size=N/A\nout_time_us=N/A\nspeed=N/A\nprogress=continue\n");
        assertThat(told).containsExactly(Progress.NONE);
    }

    @Test
    void a_time_before_the_beginning_is_0() {
        assertThat(read("out_time_us=-9223372036854775807\nprogress=continue\n"))
                .containsExactly(Progress.NONE);
    }

    @Test
    void the_last_block_says_that_it_is_the_last() {
        assertThat(read("frame=250\nprogress=end\n").getLast().ended()).isTrue();
    }

    @Test
    void lines_that_are_no_pairs_are_passed_over() {
        assertThat(read("\n=\nnonsense\nframe=7\nprogress=continue\n")
                        .getFirst()
                        .frame())
                .isEqualTo(7);
    }

    @Test
    void the_part_that_is_made_never_exceeds_the_whole() {
        var progress = new Progress(1, 1, Duration.ofSeconds(12), 0, 1, false);
        assertThat(progress.of(Duration.ofSeconds(10))).isEqualTo(1);
        assertThat(progress.of(Duration.ofSeconds(24))).isEqualTo(0.5);
        assertThat(progress.of(Duration.ZERO)).isZero();
    }
}
