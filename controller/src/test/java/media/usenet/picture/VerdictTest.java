package media.usenet.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;

class VerdictTest {

    /// Looks every ten seconds; where the predicate holds, the frames are the same.
    private static Sighted sighted(double speed, double offset, double first, double second, DoublePredicate same) {
        var alignment = new Alignment(speed, offset);
        var matches = new ArrayList<Match>();
        for (var time = alignment.from() + 5; time < alignment.to(first, second); time += 10) {
            var likeness = same.test(time) ? 0.97 : 0.1;
            matches.add(
                    new Match(Span.duration(time), Span.duration(alignment.inSecond(time)), likeness, same.test(time)));
        }
        return new Sighted(alignment, matches);
    }

    private static Similarity judged(double first, double second, Sighted... sighted) {
        return Verdict.of(List.of(sighted), first, second).similarity();
    }

    @Test
    void films_that_are_the_same_throughout_are_copies() {
        var answer = judged(600, 600, sighted(1, 0, 600, 600, _ -> true));
        assertThat(answer).isInstanceOfSatisfying(Similarity.Copy.class, copy -> {
            assertThat(copy.stretch().inFirst()).isEqualTo(Span.ofSeconds(0, 600));
            assertThat(copy.evidence()).hasSize(60);
        });
    }

    @Test
    void a_frame_here_and_there_that_differs_changes_nothing() {
        var answer = judged(600, 600, sighted(1, 0, 600, 600, time -> time % 70 > 10));
        assertThat(answer).isInstanceOf(Similarity.Copy.class);
    }

    @Test
    void a_copy_without_its_intro_and_one_that_runs_faster_are_copies() {
        assertThat(judged(600, 560, sighted(1, -40, 600, 560, _ -> true))).isInstanceOf(Similarity.Copy.class);
        assertThat(judged(600, 576, sighted(0.96, 0, 600, 576, _ -> true)))
                .isInstanceOfSatisfying(
                        Similarity.Copy.class,
                        copy -> assertThat(copy.stretch().speed()).isEqualTo(0.96));
    }

    @Test
    void a_jump_of_the_offset_is_an_edition_and_says_what_was_inserted() {
        var before = sighted(1, 0, 600, 640, time -> time < 300);
        var after = sighted(1, 40, 600, 640, time -> time > 300);
        assertThat(judged(600, 640, before, after)).isInstanceOfSatisfying(Similarity.Edition.class, edition -> {
            assertThat(edition.onlyInFirst()).isEmpty();
            assertThat(edition.onlyInSecond()).containsExactly(Span.ofSeconds(300, 340));
            assertThat(edition.stretches()).hasSize(2);
        });
        var shorter = sighted(1, 0, 640, 600, time -> time < 300);
        var cut = sighted(1, -40, 640, 600, time -> time > 340);
        assertThat(judged(640, 600, shorter, cut)).isInstanceOfSatisfying(Similarity.Edition.class, edition -> {
            assertThat(edition.onlyInFirst()).containsExactly(Span.ofSeconds(300, 340));
        });
    }

    @Test
    void films_of_which_a_third_was_not_found_are_never_copies() {
        var answer = judged(600, 600, sighted(1, 0, 600, 600, time -> time < 400));
        assertThat(answer).isInstanceOf(Similarity.Edition.class);
    }

    @Test
    void of_films_of_different_length_nearly_all_must_be_shared_before_they_are_copies() {
        assertThat(judged(600, 760, sighted(1, 0, 600, 760, time -> time < 510)))
                .isInstanceOf(Similarity.Edition.class);
        assertThat(judged(600, 600, sighted(1, 0, 600, 600, time -> time < 510)))
                .isInstanceOf(Similarity.Copy.class);
    }

    @Test
    void a_short_film_that_lies_within_a_long_one_is_a_clip() {
        var answer = judged(60, 600, sighted(1, 200, 60, 600, _ -> true));
        assertThat(answer).isInstanceOfSatisfying(Similarity.Clip.class, clip -> {
            assertThat(clip.piece()).isEqualTo(Similarity.Which.FIRST);
            assertThat(clip.where()).isEqualTo(Span.ofSeconds(200, 260));
        });
        assertThat(judged(600, 60, sighted(1, -200, 600, 60, _ -> true)))
                .isInstanceOfSatisfying(Similarity.Clip.class, clip -> {
                    assertThat(clip.piece()).isEqualTo(Similarity.Which.SECOND);
                    assertThat(clip.where()).isEqualTo(Span.ofSeconds(200, 260));
                });
    }

    @Test
    void a_piece_begins_where_its_film_does_though_its_first_frames_differ() {
        assertThat(judged(600, 60, sighted(1, -200, 600, 60, time -> time > 210)))
                .isInstanceOfSatisfying(
                        Similarity.Clip.class, clip -> assertThat(clip.where()).isEqualTo(Span.ofSeconds(200, 260)));
    }

    @Test
    void of_a_trailer_that_shows_more_than_the_film_only_what_is_in_it_is_told() {
        assertThat(judged(600, 60, sighted(1, -200, 600, 60, time -> time > 220)))
                .isInstanceOfSatisfying(
                        Similarity.Clip.class, clip -> assertThat(clip.where()).isEqualTo(Span.ofSeconds(220, 260)));
    }

    @Test
    void of_two_places_that_show_as_much_the_likest_is_believed() {
        var wrong = sighted(1, -300, 600, 60, _ -> true);
        var faint = wrong.matches().stream()
                .map(match -> new Match(match.inFirst(), match.inSecond(), 0.85, true))
                .toList();
        var answer = judged(600, 60, new Sighted(wrong.alignment(), faint), sighted(1, -200, 600, 60, _ -> true));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Similarity.Clip.class, clip -> assertThat(clip.where()).isEqualTo(Span.ofSeconds(200, 260)));
    }

    @Test
    void a_piece_of_which_a_frame_differs_is_looked_for_elsewhere_too() {
        var nearly = sighted(1, -200, 600, 60, time -> time > 230 || time < 220);
        assertThat(Verdict.of(List.of(nearly), 600, 60).settled()).isFalse();
        assertThat(Verdict.of(List.of(sighted(1, -200, 600, 60, _ -> true)), 600, 60)
                        .settled())
                .isTrue();
    }

    @Test
    void films_that_share_intro_and_credits_are_of_one_series() {
        var intro = sighted(1, 0, 1200, 1260, time -> time < 90);
        var credits = sighted(1, 60, 1200, 1260, time -> time > 1140);
        assertThat(judged(1200, 1260, intro, credits)).isInstanceOfSatisfying(Similarity.SameSeries.class, series -> {
            assertThat(series.shared()).hasSize(2);
        });
    }

    @Test
    void one_frame_that_happens_to_be_alike_is_nothing() {
        var answer = judged(600, 600, sighted(1, 0, 600, 600, time -> time > 300 && time < 310));
        assertThat(answer).isInstanceOf(Similarity.Different.class);
    }
}
