package media.usenet.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import media.usenet.picture.Match;
import media.usenet.picture.Similarity;
import media.usenet.picture.Similarity.Edition;
import media.usenet.picture.Span;
import media.usenet.picture.Stretch;
import org.junit.jupiter.api.Test;

class PairSheetTest {

    private static final Shown SHORT = new Shown(Path.of("/a"), Duration.ofMinutes(90));
    private static final Shown LONG = new Shown(Path.of("/b"), Duration.ofMinutes(100));

    @Test
    void what_only_one_cut_has_stands_alone_among_what_both_have() {
        assertThat(Row.of(edition()))
                .hasSize(4)
                .filteredOn(row -> !(row instanceof Row.Compared))
                .containsExactly(new Row.OnlySecond(Duration.ofMinutes(45)));
        assertThat(Row.of(edition()).get(1)).isEqualTo(new Row.OnlySecond(Duration.ofMinutes(45)));
    }

    @Test
    void the_frames_that_are_shown_are_spread_over_all_that_were_compared() {
        assertThat(Row.spread(matches(16), 4))
                .extracting(match -> match.inFirst().toMinutes())
                .containsExactly(2L, 6L, 10L, 14L);
        assertThat(Row.spread(matches(2), 4)).hasSize(2);
    }

    @Test
    void times_are_read_as_on_a_player() {
        assertThat(PairSheet.time(Duration.ofMillis(61_270))).isEqualTo("1:01.3");
        assertThat(PairSheet.time(Duration.ofMillis(59_960))).isEqualTo("1:00.0");
        assertThat(PairSheet.time(Duration.ofSeconds(3723))).isEqualTo("1:02:03.0");
    }

    @Test
    void a_stretch_that_both_have_is_blue_on_both_bars_and_the_rest_is_orange() {
        var similarity = edition();
        var sheet = PairSheet.draw(SHORT, LONG, similarity, Row.of(similarity));
        assertThat(colour(sheet, 100, 128)).isEqualTo("2b6cb0");
        assertThat(colour(sheet, 100, 38)).isEqualTo("2b6cb0");
        assertThat(colour(sheet, 411, 128)).as("45 of 100 minutes").isEqualTo("d9761a");
        assertThat(colour(sheet, 411, 38)).as("the shorter one goes on").isEqualTo("2b6cb0");
        assertThat(colour(sheet, 800, 38)).as("it ends before").isEqualTo("fbfaf7");
    }

    @Test
    void every_figure_and_mark_can_be_written_and_nothing_else() {
        var canvas = new Canvas(400, 40, Colour.of(0xffffff));
        Lettering.write(canvas, Lettering.alphabet(), 5, 10, 20, Colour.of(0));
        assertThat(colour(canvas, 0, 0)).isEqualTo("ffffff");
        for (var letter :
                List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ":", ".", "%", "\u2713", "\u2717")) {
            var one = new Canvas(30, 30, Colour.of(0xffffff));
            Lettering.write(one, letter, 5, 5, 20, Colour.of(0));
            assertThat(one.rgb24()).as(letter).contains(0);
        }
        assertThatThrownBy(() -> Lettering.width("a", 10)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Edition edition() {
        var before = new Stretch(span(0, 40), span(0, 40), 1, Duration.ZERO);
        var after = new Stretch(span(40, 90), span(50, 100), 1, Duration.ofMinutes(10));
        return new Edition(List.of(before, after), List.of(), List.of(span(40, 50)), matches(90));
    }

    private static Span span(int from, int to) {
        return new Span(Duration.ofMinutes(from), Duration.ofMinutes(to));
    }

    private static List<Match> matches(int minutes) {
        return IntStream.range(0, minutes)
                .mapToObj(minute -> new Match(
                        Duration.ofMinutes(minute), Duration.ofMinutes(minute < 40 ? minute : minute + 10), 0.98, true))
                .toList();
    }

    private static String colour(Canvas canvas, int x, int y) {
        var at = (y * canvas.width() + x) * 3;
        var points = canvas.rgb24();
        return "%02x%02x%02x".formatted(points[at] & 0xff, points[at + 1] & 0xff, points[at + 2] & 0xff);
    }

    @Test
    void nothing_known_has_no_rows() {
        assertThat(Row.of(new Similarity.Unknown("it cannot be read"))).isEmpty();
    }
}
