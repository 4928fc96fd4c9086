package media.usenet.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Match SAME = new Match(Duration.ofSeconds(5), Duration.ofSeconds(5), 0.98, true);
    private static final Match OTHER = new Match(Duration.ofSeconds(9), Duration.ofSeconds(9), 0.1, false);

    private static Stretch stretch(double from, double to, double speed, double offset) {
        return new Stretch(
                Span.ofSeconds(from, to),
                Span.ofSeconds(from * speed + offset, to * speed + offset),
                speed,
                Span.duration(offset));
    }

    @Test
    void a_copy_says_where_it_lies_and_how_fast_it_runs() {
        var copy = new Similarity.Copy(stretch(0, 6000, 0.96, 0), List.of(SAME, SAME, OTHER));
        assertThat(Explanation.lines(copy))
                .containsExactly(
                        "the same film",
                        "0:00:00 to 1:40:00 is 0:00:00 to 1:36:00 of the second, which runs 4.2 % faster",
                        "2 of 3 frames that were laid side by side are the same");
    }

    @Test
    void an_edition_says_what_one_has_and_the_other_lacks() {
        var edition = new Similarity.Edition(
                List.of(stretch(0, 300, 1, 0), stretch(300, 600, 1, 40)),
                List.of(),
                List.of(Span.ofSeconds(300, 340)),
                List.of(SAME));
        assertThat(Explanation.lines(edition))
                .contains("another edition of the same film", "only in the second: about 0:05:00 to 0:05:40");
    }

    @Test
    void what_could_not_be_read_is_not_called_different() {
        assertThat(Explanation.lines(new Similarity.Unknown("it hangs"))).containsExactly("not known: it hangs");
    }

    @Test
    void the_time_of_a_frame_is_read_from_what_ffmpeg_shows() {
        var line = "[showinfo@f3 @ 0x5581] n:   0 pts:  -1200 pts_time:-1.2    pos:     1107 fmt:gray sar:1/1";
        assertThat(ShownFrames.frame(line)).contains(new ShownFrames.Shown(3, -1.2));
        assertThat(ShownFrames.frame("[showinfo@f3 @ 0x5581] color_range:tv")).isEmpty();
    }
}
