package media.usenet.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import media.usenet.container.IndexReader;
import media.usenet.container.KeyFrameFilm;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.host.HostProcessRunner;

/// What it costs to know films by their picture.
///
///     java -Xmx512m media.usenet.picture.PictureBenchmark FILM...
///     java -Xmx512m media.usenet.picture.PictureBenchmark matching 5000 100000
///
/// The first reads the index of each film and 24 of its frames; CPU is that of this process and of all
/// programs it started. The second nominates among made fingerprints of two hours each, one in three of them
/// a copy of another.
final class PictureBenchmark {

    private static final int RUNS = 50;

    private PictureBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("matching")) {
            for (var count : Arrays.copyOfRange(arguments, 1, arguments.length)) {
                matching(Integer.parseInt(count));
            }
            return;
        }
        System.out.println(
                "| film | index ms, median of %d | KB read | 24 frames: CPU s | wall s | MB read |".formatted(RUNS));
        for (var film : arguments) {
            film(Path.of(film));
        }
    }

    private static void film(Path film) throws IOException, InterruptedException {
        var index = new double[RUNS];
        var bytes = 0L;
        for (var run = 0; run < RUNS; run++) {
            var start = System.nanoTime();
            try (var channel = new Counted(FileChannel.open(film))) {
                IndexReader.read(channel);
                bytes = channel.bytes;
            }
            index[run] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(index);
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
        try (var channel = new Counted(FileChannel.open(film))) {
            var index = IndexReader.read(channel).orElseThrow();
            var keys = index.keys();
            var some = new ArrayList<>(keys.subList(0, 0));
            for (var i = 0; i < frames; i++) {
                some.add(keys.get((2 * i + 1) * keys.size() / (2 * frames)));
            }
            KeyFrameFilm.write(channel, index.track(), some, new ByteArrayOutputStream());
            return channel.bytes;
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

    private static void matching(int count) {
        var random = new SplittableRandom(count);
        var films = new ArrayList<Sketch>(count);
        var last = film(random);
        for (var film = 0; film < count; film++) {
            last = film % 3 == 2 ? copy(last, random) : film(random);
            films.add(Sketch.of(last));
        }
        System.gc();
        var before = used();
        var cpu = cpuUnchecked();
        var start = System.nanoTime();
        var found = Nominations.among(films);
        var seconds = (System.nanoTime() - start) / 1e9;
        var right = found.stream()
                .filter(one -> one.second() % 3 == 2 && one.first() == one.second() - 1)
                .count();
        System.out.printf(
                Locale.ROOT,
                "| %,d | %.1f | %.1f | %d of %d | %d | %.0f | %.0f |%n",
                count,
                cpuUnchecked() - cpu,
                seconds,
                right,
                count / 3,
                found.size() - right,
                before / 1e6,
                used() / 1e6);
    }

    private static double cpuUnchecked() {
        try {
            return cpu();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Fingerprint film(SplittableRandom random) {
        var seconds = random.nextInt(5000, 8500);
        var frames = new ArrayList<FrameHash>();
        for (var i = 0; i < FingerprintReader.FRAMES; i++) {
            frames.add(new FrameHash(
                    (int) ((i + 0.5) * seconds / FingerprintReader.FRAMES * 1000),
                    random.nextLong(),
                    random.nextLong(),
                    random.nextLong(),
                    random.nextLong(),
                    40));
        }
        var bytes = new double[seconds];
        var level = 0.0;
        for (var second = 0; second < seconds; second++) {
            level = random.nextInt(5) == 0 ? random.nextDouble(-2, 2) : level;
            bytes[second] = 500_000 * Math.exp(level * 0.7);
        }
        return new Fingerprint(Duration.ofSeconds(seconds), Bars.NONE, frames, IndexCurve.of(bytes));
    }

    /// Each frame's word with up to eight bits turned, the curve with noise.
    private static Fingerprint copy(Fingerprint film, SplittableRandom random) {
        var frames = new ArrayList<FrameHash>();
        for (var frame : film.frames()) {
            var whole = frame.whole();
            for (var i = random.nextInt(8); i >= 0; i--) {
                whole ^= 1L << random.nextInt(64);
            }
            frames.add(new FrameHash(
                    frame.millis() + random.nextInt(1000), whole, frame.inner(), frame.middle(), frame.flat(), 40));
        }
        var curve = film.curve();
        var values = curve == null ? new float[0] : curve.values();
        var bytes = new double[values.length];
        for (var second = 0; second < bytes.length; second++) {
            bytes[second] = Math.pow(2, values[second] / 8 + random.nextDouble(-0.4, 0.4));
        }
        return new Fingerprint(film.duration(), Bars.NONE, List.copyOf(frames), IndexCurve.of(bytes));
    }

    private static final class Counted implements SeekableByteChannel {

        private final SeekableByteChannel channel;
        private long bytes;

        Counted(SeekableByteChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            var read = channel.read(into);
            bytes += Math.max(0, read);
            return read;
        }

        @Override
        public int write(ByteBuffer from) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
