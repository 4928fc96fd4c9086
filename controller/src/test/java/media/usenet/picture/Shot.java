package media.usenet.picture;

import java.util.SplittableRandom;

/// A made shot: a place seen by a camera that may move, with figures in front of it.
final class Shot {

    static final int WIDTH = 320;
    static final int HEIGHT = 180;
    static final int FPS = 12;

    private record Figure(
            double x, double y, double width, double height, double sway, double pace, int shade, boolean round) {}

    private final Place place;
    private final int frames;
    private final double x;
    private final double y;
    private final double zoom;
    private final double driftX;
    private final double driftY;
    private final double zooming;
    private final double gain;
    private final double lift;
    private final Figure[] figures;
    private final long grain;

    Shot(Place place, double seconds, SplittableRandom random) {
        this.place = place;
        this.frames = Math.max(1, (int) Math.round(seconds * FPS));
        x = random.nextDouble(Place.SIDE);
        y = random.nextDouble(Place.SIDE);
        zoom = random.nextDouble(0.3, 1.1);
        var still = random.nextDouble() < 0.45;
        driftX = still ? 0 : random.nextDouble(-20, 20) / FPS;
        driftY = still ? 0 : random.nextDouble(-6, 6) / FPS;
        zooming = still || random.nextDouble() < 0.6 ? 0 : random.nextDouble(-0.04, 0.04) / FPS;
        gain = random.nextDouble(0.55, 1.05);
        lift = random.nextDouble(-30, 30);
        figures = new Figure[random.nextInt(0, 5)];
        for (var i = 0; i < figures.length; i++) {
            figures[i] = new Figure(
                    random.nextDouble(20, 300),
                    random.nextDouble(60, 170),
                    random.nextDouble(8, 60),
                    random.nextDouble(20, 90),
                    random.nextDouble(0, 25),
                    random.nextDouble(0.1, 1.2),
                    random.nextInt(20, 230),
                    random.nextBoolean());
        }
        grain = random.nextLong();
    }

    int frames() {
        return frames;
    }

    /// Luma, then both chroma planes at half the size.
    void render(int frame, byte[] out) {
        var scale = zoom * (1 + zooming * frame);
        var left = x + driftX * frame;
        var top = y + driftY * frame;
        var noise = (int) (grain + frame * 7919L);
        for (var row = 0; row < HEIGHT; row++) {
            for (var column = 0; column < WIDTH; column++) {
                var light = place.light(left + (column - 160) * scale, top + (row - 90) * scale);
                noise = noise * 1664525 + 1013904223;
                out[row * WIDTH + column] = limited(128 + lift + (light - 128) * gain + (noise >> 30));
            }
        }
        for (var figure : figures) {
            draw(figure, frame, out);
        }
        colour(left, top, scale, out);
    }

    private void draw(Figure figure, int frame, byte[] out) {
        var swing = figure.sway * Math.sin(figure.pace * frame / FPS);
        for (var row = (int) Math.max(0, figure.y - figure.height);
                row < Math.min(HEIGHT, figure.y + figure.height);
                row++) {
            var reach = figure.round
                    ? figure.width * Math.sqrt(Math.max(0, 1 - square((row - figure.y) / figure.height)))
                    : figure.width * 0.6;
            var middle = figure.x + swing;
            for (var column = (int) Math.max(0, middle - reach); column < Math.min(WIDTH, middle + reach); column++) {
                var shade = figure.shade + 25 * Math.sin((column - middle) / 7) * Math.cos((row - figure.y) / 9);
                out[row * WIDTH + column] = limited(shade);
            }
        }
    }

    private void colour(double left, double top, double scale, byte[] out) {
        var at = WIDTH * HEIGHT;
        var quarter = at / 4;
        for (var row = 0; row < HEIGHT; row += 2) {
            for (var column = 0; column < WIDTH; column += 2) {
                var light = place.light(left + (column - 160) * scale + 31, top + (row - 90) * scale + 17);
                out[at] = limited(128 + place.blue() * (light - 128) / 128);
                out[at + quarter] = limited(128 + place.red() * (light - 128) / 128);
                at++;
            }
        }
    }

    private static double square(double value) {
        return value * value;
    }

    private static byte limited(double value) {
        return (byte) Math.clamp((int) value, 16, 235);
    }
}
