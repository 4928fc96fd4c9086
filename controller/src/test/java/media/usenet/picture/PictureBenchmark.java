package media.usenet.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import media.usenet.container.CountedChannel;
import media.usenet.container.IndexReader;
import media.usenet.container.KeyFrameFilm;
import media.usenet.container.LongReels;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.host.HostProcessRunner;

/// What it costs to know films by their picture.
///
///     java -Xmx512m media.usenet.picture.PictureBenchmark FILM...
///     java -Xmx512m media.usenet.picture.PictureBenchmark index FOLDER
///
/// The first reads the index of each film and 24 of its frames; CPU is that of this process and of all programs
/// it started. The second makes films of ten minutes and of two hours with sound, if they are not there, and
/// reads their indexes alone.
final class PictureBenchmark {

    private static final int RUNS = 50;

    private PictureBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("index")) {
            indexes(Files.createDirectories(Path.of(arguments[1])));
            return;
        }
        System.out.println(
                "| film | index ms, median of %d | KB read | 24 frames: CPU s | wall s | MB read |".formatted(RUNS));
        for (var film : arguments) {
            film(Path.of(film));
        }
    }

    private static void indexes(Path folder) throws IOException {
        System.out.println("| film | key frames | KB read | KB of pages | ms, median | files/s |");
        for (var film : LongReels.in(folder)) {
            for (var warming = 0; warming < 4; warming++) {
                times(film);
            }
            var ms = times(film)[RUNS / 2];
            try (var channel = CountedChannel.open(film)) {
                var keys = IndexReader.read(channel).orElseThrow().keys().size();
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %.0f | %.0f | %.2f | %.0f |%n",
                        film.getFileName(),
                        keys,
                        channel.bytes() / 1e3,
                        channel.pageBytes() / 1e3,
                        ms,
                        1000 / ms);
            }
        }
    }

    /// Milliseconds that reading the index took, in ascending order.
    private static double[] times(Path film) throws IOException {
        var times = new double[RUNS];
        for (var run = 0; run < RUNS; run++) {
            var start = System.nanoTime();
            try (var channel = FileChannel.open(film)) {
                IndexReader.read(channel);
            }
            times[run] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private static long indexBytes(Path film) throws IOException {
        try (var channel = CountedChannel.open(film)) {
            IndexReader.read(channel);
            return channel.bytes();
        }
    }

    private static void film(Path film) throws IOException, InterruptedException {
        var index = times(film);
        var bytes = indexBytes(film);
        var work = Files.createTempDirectory("pictures");
        var ffmpeg = new FFmpeg("ffmpeg", "ffprobe", new HostProcessRunner(), (_, program) -> program, work);
        var facts = ffmpeg.probe(film);
        var reader = new FingerprintReader(ffmpeg, work);
        reader.read(film, facts);
        var cpu = cpu();
        var start = System.nanoTime();
        var frames = reader.read(film, facts).frames().size();
        System.out.printf(
                Locale.ROOT,
                "| %s, %d frames | %.1f | %.0f | %.2f | %.2f | %.1f |%n",
                film.getFileName(),
                frames,
                index[RUNS / 2],
                bytes / 1e3,
                cpu() - cpu,
                (System.nanoTime() - start) / 1e9,
                packets(film, frames) / 1e6);
    }

    /// What of the film is read for its frames.
    private static long packets(Path film, int frames) throws IOException {
        try (var channel = CountedChannel.open(film)) {
            var index = IndexReader.read(channel).orElseThrow();
            var keys = index.keys();
            var some = new ArrayList<>(keys.subList(0, 0));
            for (var i = 0; i < frames; i++) {
                some.add(keys.get((2 * i + 1) * keys.size() / (2 * frames)));
            }
            KeyFrameFilm.write(channel, index.track(), some, new ByteArrayOutputStream());
            return channel.bytes();
        }
    }

    /// Of this process and of those it waited for (proc(5), utime to cstime).
    private static double cpu() throws IOException {
        var stat = Files.readString(Path.of("/proc/self/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        var ticks = 0L;
        for (var field = 11; field <= 14; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks / 100.0;
    }
}
