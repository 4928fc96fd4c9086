package media.usenet.picture;

import java.util.Arrays;
import java.util.SplittableRandom;

/// A made place to film: layers of noise, with walls and things in it. It repeats at its sides.
final class Place {

    static final int SIDE = 512;

    private final float[] light = new float[SIDE * SIDE];
    private final int blue;
    private final int red;

    Place(long seed) {
        var random = new SplittableRandom(seed);
        var roughness = random.nextDouble(0.42, 0.72);
        var amplitude = 55.0;
        Arrays.fill(light, 120);
        for (var cells = 4; cells <= 128; cells *= 2) {
            layer(cells, amplitude, random);
            amplitude *= roughness;
        }
        for (var i = random.nextInt(6, 40); i > 0; i--) {
            thing(random);
        }
        blue = random.nextInt(-40, 40);
        red = random.nextInt(-40, 40);
    }

    private void layer(int cells, double amplitude, SplittableRandom random) {
        var grid = new float[cells * cells];
        for (var i = 0; i < grid.length; i++) {
            grid[i] = (float) (amplitude * random.nextDouble(-1, 1));
        }
        var step = SIDE / cells;
        for (var y = 0; y < SIDE; y++) {
            var row = y / step;
            var below = (row + 1) % cells;
            var v = (float) (y % step) / step;
            for (var x = 0; x < SIDE; x++) {
                var column = x / step;
                var next = (column + 1) % cells;
                var u = (float) (x % step) / step;
                var upper = grid[row * cells + column] * (1 - u) + grid[row * cells + next] * u;
                var lower = grid[below * cells + column] * (1 - u) + grid[below * cells + next] * u;
                light[y * SIDE + x] += upper * (1 - v) + lower * v;
            }
        }
    }

    private void thing(SplittableRandom random) {
        var left = random.nextInt(SIDE);
        var top = random.nextInt(SIDE);
        var width = random.nextInt(6, 120);
        var height = random.nextInt(6, 120);
        var shade = (float) random.nextDouble(-90, 90);
        var stripes = random.nextInt(4, 40);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                light[(top + y & SIDE - 1) * SIDE + (left + x & SIDE - 1)] +=
                        y / stripes % 2 == 0 ? shade : shade * 0.6f;
            }
        }
    }

    float light(double x, double y) {
        var left = (int) Math.floor(x);
        var top = (int) Math.floor(y);
        var u = (float) (x - left);
        var v = (float) (y - top);
        var row = (top & SIDE - 1) * SIDE;
        var below = (top + 1 & SIDE - 1) * SIDE;
        var column = left & SIDE - 1;
        var next = left + 1 & SIDE - 1;
        var upper = light[row + column] * (1 - u) + light[row + next] * u;
        return upper * (1 - v) + (light[below + column] * (1 - u) + light[below + next] * u) * v;
    }

    int blue() {
        return blue;
    }

    int red() {
        return red;
    }
}
