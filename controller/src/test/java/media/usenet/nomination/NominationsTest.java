package media.usenet.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import media.usenet.picture.Bars;
import media.usenet.picture.Fingerprint;
import media.usenet.picture.FrameHash;
import media.usenet.picture.IndexCurve;
import org.junit.jupiter.api.Test;

class NominationsTest {

    private static Fingerprint film(long seed, int length, int skipped, double speed, double noise) {
        var random = new SplittableRandom(seed);
        var bytes = new double[length];
        var level = 0.0;
        for (var second = 0; second < length; second++) {
            level = random.nextInt(5) == 0 ? random.nextDouble(-2, 2) : level;
            bytes[second] = 400_000 * Math.exp(level * 0.7);
        }
        var other = new SplittableRandom(seed + 1);
        var copied = new double[(int) ((length - skipped) * speed)];
        for (var second = 0; second < copied.length; second++) {
            copied[second] = bytes[skipped + (int) (second / speed)] * Math.exp(other.nextDouble(-noise, noise));
        }
        return new Fingerprint(Duration.ofSeconds(copied.length), Bars.NONE, List.of(), IndexCurve.of(copied));
    }

    private static Fingerprint frames(long... words) {
        var frames = new ArrayList<FrameHash>();
        for (var i = 0; i < words.length; i++) {
            frames.add(new FrameHash(i * 10_000, words[i], 1, 2, 3, 50));
        }
        return new Fingerprint(Duration.ofSeconds(10L * words.length), Bars.NONE, frames, null);
    }

    private static List<Sketch> sketches(List<Fingerprint> films) {
        return films.stream().map(Sketch::of).toList();
    }

    @Test
    void films_whose_curves_agree_are_nominated_though_one_lacks_its_beginning_or_runs_faster() {
        var films = List.of(
                film(1, 3000, 0, 1, 0.1),
                film(50, 3000, 0, 1, 0.1),
                film(1, 3000, 60, 1, 0.3),
                film(90, 3000, 0, 1, 0.1),
                film(50, 3000, 0, 0.96, 0.2));
        assertThat(Nominations.among(sketches(films)))
                .extracting(pair -> pair.first() + "-" + pair.second())
                .containsExactlyInAnyOrder("0-2", "1-4");
    }

    @Test
    void films_whose_frames_agree_at_one_offset_are_nominated() {
        var one = frames(0x0123456789abcdefL, 0x7766554433221100L, 0x0f1e2d3c4b5a6978L);
        var copy = frames(0x0123456789abcdeeL, 0x7766554433221101L, 0x0f1e2d3c4b5a6979L);
        var other = frames(0x13579bdf02468aceL, 0x5a5a0f0f3c3c6969L, 0x1111222244448888L);
        assertThat(Nominations.among(sketches(List.of(one, other, copy))))
                .extracting(pair -> pair.first() + "-" + pair.second())
                .containsExactly("0-2");
    }

    @Test
    void a_sketch_is_the_same_after_it_was_stored_and_none_is_made_of_other_bytes() {
        var sketch = Sketch.of(film(1, 3000, 0, 1, 0.1));
        var bytes = sketch.toBytes();
        assertThat(Sketch.ofBytes(bytes).orElseThrow().toBytes()).isEqualTo(bytes);
        assertThat(sketch.tells()).isTrue();
        assertThat(Sketch.ofBytes(Arrays.copyOf(bytes, bytes.length - 1))).isEmpty();
        assertThat(Sketch.ofBytes(Arrays.copyOf(bytes, bytes.length + 1))).isEmpty();
        bytes[0]++;
        assertThat(Sketch.ofBytes(bytes)).isEmpty();
        assertThat(Sketch.ofBytes(new byte[0])).isEmpty();
    }

    /// Asks for every so many of random words with some bits turned, in two blocks, and expects each to be
    /// found once.
    private static void allAreFound(int count, int every, int turned) {
        var random = new SplittableRandom(count);
        var words = random.longs(count).toArray();
        var asked = new long[2][count / every / 2];
        for (var i = 0; i < asked[0].length * 2; i++) {
            var word = words[i * every];
            for (var bit = 0; bit < turned; bit++) {
                word ^= 1L << random.nextInt(64);
            }
            asked[i % 2][i / 2] = word;
        }
        var found = new ArrayList<Integer>();
        new WordIndex(words).near(2, block -> asked[block], turned, (block, place, number, _) -> {
            assertThat(number).isEqualTo((2 * place + block) * every);
            found.add(number);
        });
        assertThat(found).hasSize(asked[0].length * 2).doesNotHaveDuplicates();
    }

    @Test
    void words_that_differ_in_nine_bits_are_all_found() {
        allAreFound(2000, 1, 9);
    }

    @Test
    void among_millions_of_words_those_that_differ_in_five_bits_are_all_found() {
        allAreFound(1_100_000, 500, 5);
    }

    @Test
    void a_word_that_thousands_have_finds_some_of_them_and_costs_no_more() {
        var words = new long[50_000];
        var found = new int[1];
        new WordIndex(words).near(1, _ -> words, 5, (_, _, _, _) -> found[0]++);
        assertThat(found[0]).isBetween(50_000, 50_000 * 600);
    }

    @Test
    void films_without_words_are_passed_over() {
        var words = new Words(
                sketches(List.of(frames(), frames(1, 2), frames(), frames(), frames(3))),
                Sketch::frames,
                (film, frame) -> film.word(frame, 0));
        assertThat(List.of(words.film(0), words.film(1), words.film(2))).containsExactly(1, 1, 4);
    }
}
