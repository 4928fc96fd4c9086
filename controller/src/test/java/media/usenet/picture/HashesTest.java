package media.usenet.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class HashesTest {

    /// @param luma by place, from 0 to 1 in both directions
    private static Picture picture(DoubleBinaryOperator luma) {
        var bytes = new byte[Picture.BYTES];
        for (var y = 0; y < Picture.HEIGHT; y++) {
            for (var x = 0; x < Picture.WIDTH; x++) {
                var light = luma.applyAsDouble((double) x / Picture.WIDTH, (double) y / Picture.HEIGHT);
                bytes[y * Picture.WIDTH + x] = (byte) Math.clamp((int) light, 16, 235);
            }
        }
        return new Picture(0, bytes);
    }

    private static double scene(double x, double y, int seed) {
        return 120
                + 45 * Math.sin(seed + 7 * x + 3 * y * y)
                + 40 * Math.cos(seed * 2 + 11 * y - 5 * x * x)
                + 15 * Math.sin(23 * x * y + seed);
    }

    private static FrameHash hash(DoubleBinaryOperator luma) {
        var picture = picture(luma);
        return Hashes.of(picture, Bars.NONE);
    }

    @Test
    void brightness_and_contrast_change_few_bits() {
        var one = hash((x, y) -> scene(x, y, 1));
        var other = hash((x, y) -> 30 + 0.7 * scene(x, y, 1));
        assertThat(Long.bitCount(one.whole() ^ other.whole())).isLessThanOrEqualTo(4);
    }

    @Test
    void another_scene_changes_many() {
        var place = new Place(1);
        var one = hash((x, y) -> place.light(160 * x, 90 * y));
        for (var seed = 2; seed < 20; seed++) {
            var elsewhere = new Place(seed);
            var other = hash((x, y) -> elsewhere.light(160 * x, 90 * y));
            assertThat(Long.bitCount(one.whole() ^ other.whole())).isGreaterThan(12);
        }
    }

    @Test
    void a_cropped_picture_is_like_the_middle_of_the_whole() {
        var whole = hash((x, y) -> scene(x, y, 3));
        var cropped = hash((x, y) -> scene(0.1 + 0.8 * x, 0.1 + 0.8 * y, 3));
        assertThat(Long.bitCount(whole.middle() ^ cropped.whole())).isLessThanOrEqualTo(6);
        assertThat(FramePoints.distance(whole, cropped)).isLessThanOrEqualTo(6);
    }

    @Test
    void a_black_picture_tells_nothing() {
        assertThat(hash((_, _) -> 16).telling()).isFalse();
        assertThat(hash((x, y) -> scene(x, y, 3)).telling()).isTrue();
    }

    @Test
    void bars_are_what_is_dark_in_all_pictures() {
        var boxed = List.of(letterboxed(1), letterboxed(2), letterboxed(3));
        var bars = BarFinder.bars(boxed);
        assertThat(bars.top()).isBetween(120, 150);
        assertThat(bars.bottom()).isBetween(120, 150);
        assertThat(bars.left()).isZero();
        var night = picture((x, y) -> y < 0.5 ? 16 : scene(x, y, 4));
        assertThat(BarFinder.bars(List.of(night, picture((x, y) -> scene(x, y, 5)), letterboxed(1))))
                .isEqualTo(Bars.NONE);
    }

    @Test
    void a_letterboxed_picture_has_the_hash_of_the_plain_one() {
        var boxed = List.of(letterboxed(1), letterboxed(2), letterboxed(3));
        var hash = Hashes.of(boxed.getFirst(), BarFinder.bars(boxed));
        var plain = hash((x, y) -> scene(x, y, 1));
        assertThat(Long.bitCount(hash.whole() ^ plain.whole())).isLessThanOrEqualTo(8);
    }

    private static Picture letterboxed(int seed) {
        return picture((x, y) -> y < 0.125 || y >= 0.875 ? 16 : scene(x, (y - 0.125) / 0.75, seed));
    }
}
