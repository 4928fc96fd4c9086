package media.usenet.container;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;

/// Short films made by real encoders.
public final class Reels {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Reels() {}

    /// A picture that moves and changes wholly every three seconds, encoded as the arguments say.
    public static Path reel(Path file, int seconds, String... encoder) {
        var argv = new ArrayList<>(List.of("nice", "ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i"));
        argv.add("testsrc2=size=320x180:rate=12:duration=%d,hue=h='floor(t/3)*70',rotate='floor(t/3)*2.4':c=gray"
                .formatted(seconds));
        argv.addAll(List.of(encoder));
        argv.add(file.toString());
        run(argv);
        return file;
    }

    public static Path remuxed(Path from, Path to, String... options) {
        var argv = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y", "-i", from.toString()));
        argv.addAll(List.of("-c", "copy"));
        argv.addAll(List.of(options));
        argv.add(to.toString());
        run(argv);
        return to;
    }

    /// Seconds at which ffprobe finds key frames.
    public static List<Double> keyFrames(Path file) {
        var packets = run(List.of(
                "ffprobe",
                "-v",
                "error",
                "-select_streams",
                "v:0",
                "-show_entries",
                "packet=pts_time,flags",
                "-of",
                "csv=p=0",
                file.toString()));
        return packets.lines()
                .map(line -> line.split(","))
                .filter(fields -> fields[1].startsWith("K"))
                .map(fields -> Double.parseDouble(fields[0]))
                .sorted()
                .toList();
    }

    public static String run(List<String> argv) {
        return switch (new HostProcessRunner().run(Command.of(PATIENCE, argv))) {
            case Outcome.Exited(int code, String stdout, String _) when code == 0 -> stdout;
            case Outcome other -> throw new AssertionError(argv + ": " + other);
        };
    }
}
