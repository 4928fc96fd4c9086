package media.usenet.nomination;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import media.usenet.container.Reels;

/// A made film that is long enough for its index to tell something and small enough to be encoded in a second: shots
/// of random length, each a surface of its own, coarse or fine, that stands still or drifts.
public final class LongFilm {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 90;
    private static final int FPS = 6;
    private static final int SIDE = 256;

    private final Path frames;

    private LongFilm(Path frames) {
        this.frames = frames;
    }

    /// @param folder gets its bare frames, 86 KB a second
    public static LongFilm shot(Path folder, long seed, int seconds) throws IOException {
        var file = folder.resolve("film-%d.gray".formatted(seed));
        var random = new SplittableRandom(seed);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (var left = seconds * FPS; left > 0; ) {
                var length = Math.min(left, (int) (FPS * (1.5 + 10 * Math.pow(random.nextDouble(), 2))));
                var surface = surface(random);
                var across = random.nextInt(4) * random.nextInt(3);
                var down = random.nextInt(3) * random.nextInt(2);
                for (var frame = 0; frame < length; frame++) {
                    out.write(frame(surface, across * frame, down * frame));
                }
                left -= length;
            }
        }
        return new LongFilm(file);
    }

    private static byte[] surface(SplittableRandom random) {
        var cell = 2 << random.nextInt(5);
        var grid = new byte[SIDE / cell * (SIDE / cell)];
        var light = random.nextInt(40, 150);
        var contrast = random.nextInt(20, 100);
        for (var i = 0; i < grid.length; i++) {
            grid[i] = (byte) (light + random.nextInt(contrast));
        }
        var surface = new byte[SIDE * SIDE];
        for (var i = 0; i < surface.length; i++) {
            surface[i] = grid[i / SIDE / cell * (SIDE / cell) + i % SIDE / cell];
        }
        return surface;
    }

    private static byte[] frame(byte[] surface, int across, int down) {
        var frame = new byte[WIDTH * HEIGHT];
        for (var y = 0; y < HEIGHT; y++) {
            for (var x = 0; x < WIDTH; x++) {
                frame[y * WIDTH + x] = surface[(y + down) % SIDE * SIDE + (x + across) % SIDE];
            }
        }
        return frame;
    }

    public Path encoded(Path to, String... options) {
        var argv = new ArrayList<>(List.of("nice", "ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "rawvideo"));
        argv.addAll(List.of("-pix_fmt", "gray", "-s", WIDTH + "x" + HEIGHT, "-r", "" + FPS, "-i", frames.toString()));
        argv.addAll(List.of("-pix_fmt", "yuv420p", "-threads", "1"));
        argv.addAll(List.of(options));
        argv.add(to.toString());
        Reels.run(argv);
        return to;
    }
}
