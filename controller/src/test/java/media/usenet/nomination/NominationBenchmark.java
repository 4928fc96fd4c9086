package media.usenet.nomination;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import media.usenet.picture.Bars;
import media.usenet.picture.Fingerprint;
import media.usenet.picture.FrameHash;
import media.usenet.picture.IndexCurve;

/// Measures the search among many films, every third of which is a copy of the one before it.
///
///     java -Xmx512m media.usenet.nomination.NominationBenchmark [curves] 5000 100000
///
/// Films are made of random frames and of curves that change as random shots do; two hours each, 24 frames, or
/// none with `curves`.
final class NominationBenchmark {

    private static final int FRAMES = 24;
    /// Bytes of a second by its level, so that making films takes less than looking for them.
    private static final double[] BYTES = bytes();

    private NominationBenchmark() {}

    @SuppressWarnings("ArrayRecordComponent")
    private record Made(int seconds, FrameHash[] frames, byte[] levels) {

        Sketch sketch(boolean curvesAlone) {
            var bytes = new double[levels.length];
            for (var second = 0; second < bytes.length; second++) {
                bytes[second] = BYTES[levels[second]];
            }
            return Sketch.of(new Fingerprint(
                    Duration.ofSeconds(seconds),
                    Bars.NONE,
                    curvesAlone ? List.of() : Arrays.asList(frames),
                    IndexCurve.of(bytes)));
        }
    }

    public static void main(String[] arguments) throws IOException {
        System.out.println("| films | making: CPU s | search: CPU s | wall s | ms a film | copies found | others"
                + " | MB before | MB most |");
        var curvesAlone = arguments[0].equals("curves");
        for (var count : arguments) {
            if (!count.equals("curves")) {
                matching(Integer.parseInt(count), curvesAlone);
            }
        }
    }

    private static double[] bytes() {
        var bytes = new double[100];
        for (var level = 0; level < bytes.length; level++) {
            bytes[level] = 100_000 * Math.exp(level * 0.04);
        }
        return bytes;
    }

    private static void matching(int count, boolean curvesAlone) throws IOException {
        var random = new SplittableRandom(count);
        var films = new ArrayList<Sketch>(count);
        var making = cpu();
        var last = film(random);
        for (var film = 0; film < count; film++) {
            last = film % 3 == 2 ? copy(last, random) : film(random);
            films.add(last.sketch(curvesAlone));
        }
        making = cpu() - making;
        System.gc();
        var before = used();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        var cpu = cpu();
        var start = System.nanoTime();
        var found = Nominations.among(films);
        var seconds = (System.nanoTime() - start) / 1e9;
        cpu = cpu() - cpu;
        var right = found.stream()
                .filter(one -> one.second() % 3 == 2 && one.first() == one.second() - 1)
                .count();
        System.out.printf(
                Locale.ROOT,
                "| %,d | %.1f | %.1f | %.1f | %.2f | %d of %d | %d | %.0f | %.0f |%n",
                count,
                making,
                cpu,
                seconds,
                cpu * 1000 / count,
                right,
                count / 3,
                found.size() - right,
                before / 1e6,
                heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1e6);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static Made film(SplittableRandom random) {
        var seconds = random.nextInt(5000, 8500);
        var frames = new FrameHash[FRAMES];
        for (var i = 0; i < FRAMES; i++) {
            frames[i] = new FrameHash(
                    (int) ((i + 0.5) * seconds / FRAMES * 1000),
                    random.nextLong(),
                    random.nextLong(),
                    random.nextLong(),
                    random.nextLong(),
                    40);
        }
        var levels = new byte[seconds];
        var level = 50;
        for (var second = 0; second < seconds; second++) {
            level = random.nextInt(5) == 0 ? random.nextInt(10, 90) : level;
            levels[second] = (byte) level;
        }
        return new Made(seconds, frames, levels);
    }

    /// Each frame's word with up to eight bits turned, the curve with noise.
    private static Made copy(Made film, SplittableRandom random) {
        var frames = new FrameHash[FRAMES];
        for (var i = 0; i < FRAMES; i++) {
            var frame = film.frames[i];
            var whole = frame.whole();
            for (var turned = random.nextInt(8); turned >= 0; turned--) {
                whole ^= 1L << random.nextInt(64);
            }
            frames[i] = new FrameHash(
                    frame.millis() + random.nextInt(1000), whole, frame.inner(), frame.middle(), frame.flat(), 40);
        }
        var levels = film.levels.clone();
        for (var second = 0; second < levels.length; second++) {
            levels[second] = (byte) (levels[second] + random.nextInt(-6, 7));
        }
        return new Made(film.seconds, frames, levels);
    }

    /// Of this process (proc(5), utime and stime).
    private static double cpu() throws IOException {
        var stat = Files.readString(Path.of("/proc/self/stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }
}
