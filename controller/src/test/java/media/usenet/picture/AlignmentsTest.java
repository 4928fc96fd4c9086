package media.usenet.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AlignmentsTest {

    @Test
    void the_offset_that_most_guesses_agree_on_comes_first() {
        var points = new ArrayList<Point>();
        for (var i = 0; i < 10; i++) {
            points.add(new Point(i * 30, i * 30 * 0.96 + 5, 0.5));
            points.add(new Point(i * 30, 300 - i * 17, 0.5));
        }
        var first = Alignments.of(points, 300, 293).getFirst();
        assertThat(first.speed()).isEqualTo(0.96);
        assertThat(first.offset()).isBetween(4.9, 5.1);
    }

    @Test
    void key_frames_on_cuts_make_an_offset_exact_and_evenly_spaced_ones_do_not() {
        var random = new SplittableRandom(3);
        var cuts = random.doubles(80, 0, 600).sorted().boxed().toList();
        var later = cuts.stream().map(time -> time + 12.4).toList();
        assertThat(KeyRhythm.refined(new Alignment(1, 10), cuts, later)
                        .orElseThrow()
                        .offset())
                .isBetween(12.33, 12.47);
        var even = new ArrayList<Double>();
        for (var i = 0; i < 300; i++) {
            even.add(i * 2.0);
        }
        assertThat(KeyRhythm.refined(new Alignment(1, 0.7), even, cuts)).isEmpty();
    }
}
