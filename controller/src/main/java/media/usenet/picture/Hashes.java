package media.usenet.picture;

import java.util.Arrays;
import media.usenet.picture.Raster.Part;

/// Hashes pictures: the signs of the 64 lowest waves of a 32 by 32 raster against their median.
final class Hashes {

    private static final int SIDE = 32;
    private static final int WAVES = 8;
    private static final float[][] COSINES = cosines();
    private static final Part INNER = Part.middle(0.9, 0.9);
    private static final Part MIDDLE = Part.middle(0.8, 0.8);
    private static final Part FLAT = Part.middle(1, 0.8);

    private Hashes() {}

    static FrameHash of(Picture picture, Bars bars) {
        var whole = Raster.of(picture, Part.WHOLE.within(bars), SIDE, SIDE);
        return new FrameHash(
                (int) Math.round(picture.seconds() * 1000),
                word(whole),
                word(picture, INNER.within(bars)),
                word(picture, MIDDLE.within(bars)),
                word(picture, FLAT.within(bars)),
                Math.min(127, Raster.deviation(whole)));
    }

    private static long word(Picture picture, Part part) {
        return word(Raster.of(picture, part, SIDE, SIDE));
    }

    /// Without the first row and column of waves, which tell brightness and fades alone.
    static long word(float[] raster) {
        var waves = new float[WAVES * WAVES];
        var rows = new float[WAVES * SIDE];
        for (var v = 0; v < WAVES; v++) {
            for (var x = 0; x < SIDE; x++) {
                var sum = 0f;
                for (var y = 0; y < SIDE; y++) {
                    sum += COSINES[v + 1][y] * raster[y * SIDE + x];
                }
                rows[v * SIDE + x] = sum;
            }
        }
        for (var v = 0; v < WAVES; v++) {
            for (var u = 0; u < WAVES; u++) {
                var sum = 0f;
                for (var x = 0; x < SIDE; x++) {
                    sum += COSINES[u + 1][x] * rows[v * SIDE + x];
                }
                waves[v * WAVES + u] = sum;
            }
        }
        return signs(waves);
    }

    private static long signs(float[] waves) {
        var sorted = waves.clone();
        Arrays.sort(sorted);
        var median = (sorted[31] + sorted[32]) / 2;
        var word = 0L;
        for (var i = 0; i < waves.length; i++) {
            word |= waves[i] > median ? 1L << i : 0;
        }
        return word;
    }

    private static float[][] cosines() {
        var table = new float[WAVES + 1][SIDE];
        for (var wave = 0; wave <= WAVES; wave++) {
            for (var i = 0; i < SIDE; i++) {
                table[wave][i] = (float) Math.cos(Math.PI * wave * (2 * i + 1) / (2 * SIDE));
            }
        }
        return table;
    }
}
