package media.usenet.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Films of ten minutes and of two hours with sound, in the containers and orders of tables that FFmpeg makes.
public final class LongReels {

    private static final int LOOPS = 12;

    private LongReels() {}

    /// Makes those that are not there.
    public static List<Path> in(Path folder) throws IOException {
        var ten = folder.resolve("10-minutes.mkv");
        if (!Files.exists(ten)) {
            Reels.run(words("nice ffmpeg -nostdin -v error -y -f lavfi -i testsrc2=size=160x90:rate=24:duration=600,"
                    + "hue=h='floor(t/7)*70' -f lavfi -i sine=frequency=300:sample_rate=48000:duration=600"
                    + " -c:v libx264 -preset veryfast -threads 1 -b:v 200k -bf 3 -c:a aac -b:a 32k " + ten));
        }
        var tenMp4 = copied(ten, folder.resolve("10-minutes.mp4"), 1);
        var tenFast = copied(ten, folder.resolve("10-minutes-faststart.mp4"), 1, "-movflags +faststart");
        var two = copied(ten, folder.resolve("2-hours.mkv"), LOOPS);
        var mp4 = copied(tenMp4, folder.resolve("2-hours.mp4"), LOOPS);
        var fast = copied(mp4, folder.resolve("2-hours-faststart.mp4"), 1, "-movflags +faststart");
        var milliseconds = copied(two, folder.resolve("2-hours-from-mkv.mp4"), 1);
        var silent = copied(mp4, folder.resolve("2-hours-silent.mp4"), 1, "-an");
        return List.of(ten, tenMp4, tenFast, two, mp4, fast, milliseconds, silent);
    }

    private static Path copied(Path from, Path to, int loops, String... options) {
        if (!Files.exists(to)) {
            Reels.run(words("ffmpeg -nostdin -v error -y -stream_loop %d -i %s -c copy %s %s"
                    .formatted(loops - 1, from, String.join(" ", options), to)));
        }
        return to;
    }

    private static List<String> words(String command) {
        return List.of(command.trim().split(" +"));
    }
}
