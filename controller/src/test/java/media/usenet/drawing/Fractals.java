package media.usenet.drawing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import media.usenet.container.Reels;

/// A made film that is pleasant to look at: slow flights into the Mandelbrot set, a cut every few seconds.
final class Fractals {

    private static final int SECONDS = 6;
    private static final String SCENE = "mandelbrot=size=384x216:rate=8:maxiter=200:start_x=%s:start_y=%s"
            + ":start_scale=%s:end_scale=%s:end_pts=200,hue=h=%d:s=%s,gblur=sigma=4,trim=duration=" + SECONDS;

    /// Where each scene flies: x, y, its size, and the colour.
    private static final List<String> SCENES = List.of(
            scene("-0.743643", "-0.131825", "0.02", 0, "0.55"),
            scene("-0.170337", "-1.06506", "0.6", 210, "0.45"),
            scene("-1.25066", "-0.02012", "0.05", 40, "0.50"),
            scene("0.275", "-0.0058", "0.02", 160, "0.60"),
            scene("-0.745", "-0.11", "1.9", 300, "0.35"),
            scene("-0.7746806", "-0.1374168", "0.006", 95, "0.50"),
            scene("0.3245046", "-0.0485554", "0.07", 250, "0.60"),
            scene("-1.768778", "-0.001738", "0.06", 20, "0.65"),
            scene("-0.0452407", "-0.9868162", "0.18", 130, "0.40"),
            scene("-0.5503", "-0.6259", "0.15", 330, "0.50"),
            scene("-0.1592", "-1.0317", "0.01", 60, "0.55"),
            scene("-1.62917", "-0.0203968", "0.03", 190, "0.50"));

    /// The one that only the longer cut has.
    private static final List<String> ADDED = List.of(
            scene("-0.235125", "-0.827215", "0.008", 45, "0.65"),
            scene("-0.722", "-0.246", "0.03", 280, "0.60"),
            scene("-1.749", "-0.0002", "0.02", 110, "0.55"));

    private Fractals() {}

    private static String scene(String x, String y, String size, int hue, String colour) {
        return SCENE.formatted(x, y, size, String.valueOf(Double.parseDouble(size) * 0.2), hue, colour);
    }

    static Path film(Path file) {
        return joined(file, SCENES);
    }

    /// The same with some seconds more in the middle.
    static Path longer(Path file) {
        var scenes = new ArrayList<>(SCENES);
        scenes.addAll(7, ADDED);
        return joined(file, scenes);
    }

    private static Path joined(Path file, List<String> scenes) {
        var argv = new ArrayList<>(List.of("nice", "ffmpeg", "-nostdin", "-v", "error", "-y"));
        scenes.forEach(scene -> argv.addAll(List.of("-f", "lavfi", "-i", scene)));
        argv.addAll(List.of("-filter_complex", "concat=n=" + scenes.size() + ":v=1:a=0"));
        argv.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-g", "48", file.toString()));
        Reels.run(argv);
        return file;
    }

    /// Smaller, with bars above and below it, in fewer bits.
    static Path letterboxed(Path from, Path to) {
        Reels.run(List.of(
                "nice",
                "ffmpeg",
                "-nostdin",
                "-v",
                "error",
                "-y",
                "-i",
                from.toString(),
                "-vf",
                "crop=384:160,scale=320:134,pad=320:180:0:23:black",
                "-c:v",
                "libx264",
                "-preset",
                "veryfast",
                "-crf",
                "36",
                "-g",
                "96",
                to.toString()));
        return to;
    }
}
