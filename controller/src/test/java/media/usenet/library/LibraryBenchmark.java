package media.usenet.library;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import media.usenet.database.Backend;
import media.usenet.database.Database;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.library.Scanner.Manner;
import media.usenet.mover.Slot;
import media.usenet.mover.SlotSource;

/// Figures of the catalog, on SQLite and on PostgreSQL: a first scan of made films with the real ffprobe,
/// rescans of 2,000 and of 20,000 files of which nothing changed, and pages of 100,000 entries that are
/// filtered, sorted and counted by every facet. Prints tables. With the argument `pages` the last alone, with
/// `SQLITE` or `POSTGRESQL` that database alone.
public final class LibraryBenchmark {

    private static final List<HdrKind> KINDS = List.of(HdrKind.values());
    private static final int FIRST = 200;
    private static final int ENTRIES = 100_000;
    private static final int RUNS = 60;
    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final HostProcessRunner PROGRAMS = new HostProcessRunner();

    private final Path folder;
    private final Database database;
    private final Catalog catalog;

    private LibraryBenchmark(Path folder, Database database) {
        this.folder = folder;
        this.database = database;
        this.catalog = new Catalog(database);
    }

    private interface Act {
        Object run() throws IOException;
    }

    public static void main(String[] args) throws Exception {
        var named = Stream.of(Backend.values())
                .filter(backend -> List.of(args).contains(backend.name()))
                .toList();
        for (var backend : named.isEmpty() ? List.of(Backend.values()) : named) {
            var now = Files.readString(Path.of("/proc/loadavg")).split(" ", 2);
            System.out.printf(
                    "%n%s, load %s%n%n| what | p50 | p95 | CPU ms of this process |%n|---|---|---|---|%n",
                    backend, now[0]);
            var folder = Files.createTempDirectory("library-benchmark");
            try (var database = Database.at(backend.address(folder), true)) {
                var benchmark = new LibraryBenchmark(folder, database);
                if (!List.of(args).contains("pages")) {
                    benchmark.firstScan();
                    benchmark.rescan("s2000", 2_000);
                    benchmark.rescan("s20000", 20_000);
                }
                benchmark.pages();
            }
            PROGRAMS.run(Command.of(Duration.ofMinutes(2), "rm", "-rf", folder.toString()));
        }
        System.exit(0);
    }

    /// Each film a file of its own, so that each is looked into.
    private void firstScan() throws IOException {
        var film = folder.resolve("made.mkv");
        PROGRAMS.run(Command.of(
                Duration.ofMinutes(2),
                "ffmpeg",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=1280x720:r=25:d=10",
                "-f",
                "lavfi",
                "-i",
                "sine=d=10",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-c:a",
                "aac",
                film.toString()));
        for (int number = 0; number < FIRST; number++) {
            Files.copy(film, place("first", number));
        }
        var ffmpeg = new FFmpeg("ffmpeg", "ffprobe", PROGRAMS, (_, program) -> program, folder.resolve("probe"));
        var scanner = scanner(new Prober(ffmpeg::probe, _ -> {}), 2);
        print("first scan of %d films, ffprobe on 2 at once, s".formatted(FIRST), 1, () -> scan(scanner, "first"));
    }

    private void rescan(String slot, int files) throws IOException {
        for (int number = 0; number < files; number++) {
            Files.writeString(place(slot, number), "film " + number);
        }
        var facts = facts(new Random(1));
        var scanner = scanner(new Prober(_ -> facts, _ -> {}), 2);
        print("first scan of %d files, without ffprobe, s".formatted(files), 1, () -> scan(scanner, slot));
        print("rescan of %d files, nothing changed, s".formatted(files), 7, () -> scan(scanner, slot));
    }

    /// Eight files in a folder, as films with extras or a season's half have them.
    private Path place(String slot, int number) throws IOException {
        var place = folder.resolve(slot)
                .resolve("media/movies/Film %d (1999)/Film.%d.1999.1080p.mkv".formatted(number / 8, number));
        Files.createDirectories(place.getParent());
        return place;
    }

    private Scanner scanner(Prober prober, int probes) {
        var pace = new Pace(probes, 100, Duration.ZERO, Duration.ofMinutes(1));
        return new Scanner(
                catalog, root -> Standing.REAL.device(root(root.path())), prober, pace, InstantSource.system());
    }

    private ScanSummary scan(Scanner scanner, String slot) {
        var root = new Root(slot, folder.resolve(slot), true, true);
        return scanner.scan(List.of(Scope.all(root)), new Manner("benchmark", false, false), _ -> {});
    }

    private static Root root(Path path) {
        return new Root(path.toString(), path, false, true);
    }

    private void pages() throws IOException {
        fill();
        long cells = database.<Long>read(db ->
                db.sql("select count(*) from library_cells").query(Long.class).single());
        System.out.printf("| (%d entries in %d mixtures of what they are counted by) | | | |%n", ENTRIES, cells);
        var library = new Library(database, new Roots(slots(), List.of()), catalog);
        var filters = Map.of(
                "no filter",
                LibraryFilter.ALL,
                "2160p, hevc, Dolby Vision",
                LibraryFilter.ALL
                        .with(Facet.RESOLUTION, Set.of("2160p"))
                        .with(Facet.CODEC, Set.of("hevc"))
                        .with(Facet.HDR, Set.of("dolby_vision")),
                "German, on one drive",
                LibraryFilter.ALL.with(Facet.LANGUAGE, Set.of("deu")).with(Facet.SLOT, Set.of("p3")),
                "text",
                new LibraryFilter(Map.of(), Range.ALL, Range.ALL, Range.ALL, "film 77"),
                "longer than 90 min, above 10 Mbit/s",
                new LibraryFilter(
                        Map.of(), new Range(5_400_000L, null), new Range(10_000_000L, null), Range.ALL, null));
        for (var filter : filters.entrySet()) {
            for (var sort : List.of("name", "-bytes")) {
                print("first of its filter: %s, by %s, ms".formatted(filter.getKey(), sort), RUNS, () -> {
                    catalog.walked("p0", Instant.now());
                    return library.page(filter.getValue(), sort, 1, 50);
                });
                print(
                        "second of its filter: %s, by %s, ms".formatted(filter.getKey(), sort),
                        RUNS,
                        () -> library.page(filter.getValue(), sort, 2, 50));
            }
        }
        print("the last page, by name, ms", RUNS, () -> library.page(LibraryFilter.ALL, "name", ENTRIES / 50, 50));
    }

    private SlotSource slots() {
        return new SlotSource() {
            @Override
            public List<Slot> slots() {
                var slots = new ArrayList<Slot>();
                for (int slot = 0; slot < 8; slot++) {
                    slots.add(new Slot("p" + slot, folder.resolve("p" + slot), slot != 7, false, "ext4", 0, 0));
                }
                return slots;
            }

            @Override
            public Path place(String name) {
                throw new UnsupportedOperationException(name);
            }
        };
    }

    private void fill() {
        var random = new Random(2);
        var batch = new ArrayList<Entry>();
        for (int number = 0; number < ENTRIES; number++) {
            var slot = "p" + number % 8;
            var root = new Root(slot, folder.resolve(slot), true, true);
            var place =
                    new Place("media/movies/Film %d (%d)/Film %d.mkv".formatted(number, 1950 + number % 75, number));
            var bytes = 500_000_000L + (random.nextLong() & 0xfffffffffL);
            var modified = Instant.ofEpochSecond(1_600_000_000L + random.nextInt(100_000_000));
            var found = new Found(place, root.path().resolve(place.path()), bytes, modified, new FileKey(1, number), 1);
            batch.add(new Entry(null, root, found, new Look(ProbeStatus.PROBED, null, facts(random))));
            if (batch.size() == 1_000) {
                catalog.save(batch, Instant.now());
                batch.clear();
            }
        }
    }

    /// As releases come: a picture of one of a few kinds, its bitrate about what is usual for it.
    private static MediaFacts facts(Random random) {
        int[][] sizes = {{1920, 1080}, {1920, 800}, {1920, 1080}, {1280, 720}, {3840, 2160}, {720, 576}, {640, 480}};
        String[] codecs = {"h264", "hevc", "h264", "h264", "hevc", "mpeg2video", "mpeg4"};
        int[] megabits = {9, 6, 14, 4, 32, 5, 1};
        String[][] languages = {{"eng"}, {"eng"}, {"eng", "deu"}, {"deu"}, {"eng", "fra"}, {"jpn"}, {"und"}};
        int[] minutes = {5, 24, 45, 95, 130};
        int kind = random.nextInt(sizes.length);
        var hdr = kind == 4 ? KINDS.get(random.nextInt(KINDS.size())) : HdrKind.SDR;
        var spoken = languages[random.nextInt(languages.length)];
        var film = LibraryRig.film(sizes[kind][0], sizes[kind][1], codecs[kind], hdr, spoken);
        return new MediaFacts(
                film.formats(),
                Duration.ofMinutes(minutes[random.nextInt(minutes.length)] + random.nextInt(10)),
                film.bytes(),
                (long) (megabits[kind] * 1_000_000L * (0.6 + random.nextDouble())),
                film.video(),
                film.audio(),
                List.of(),
                List.of(),
                12);
    }

    private static void print(String what, int runs, Act act) throws IOException {
        var times = new ArrayList<Double>();
        long cpuBefore = SYSTEM.getProcessCpuTime();
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            act.run();
            times.add((System.nanoTime() - start) / (what.endsWith("ms") ? 1e6 : 1e9));
        }
        Collections.sort(times);
        double cpu = (SYSTEM.getProcessCpuTime() - cpuBefore) / 1e6 / runs;
        System.out.printf("| %s | %.2f | %.2f | %.1f |%n", what, at(times, 0.5), at(times, 0.95), cpu);
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
    }
}
