package media.usenet.picture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;

/// A made library with labels: groups of one to four files, editions, clips, episodes that share intro and
/// credits.
///
///     java media.usenet.picture.Corpus FOLDER SEED WORKS [CLIPS]
///
/// with so many clips more of each work writes the files and `labels.tsv`, and goes on where it was ended. One
/// core, one FFmpeg at a time, at low priority.
final class Corpus {

    private static final int[] GROUPS = {1, 4, 2, 1, 3, 4, 1, 4, 3, 1, 4, 4};

    /// @param work films of one work show the same
    /// @param series works of one series share intro and credits; 0 is none
    /// @param from second of the work's film at which the file begins
    record Labelled(Path file, int work, int series, String kind, double from) {

        boolean edition() {
            return kind.startsWith("edition");
        }

        boolean clip() {
            return kind.startsWith("clip");
        }

        /// Both show the same from beginning to end.
        boolean copyOf(Labelled other) {
            return work == other.work && !clip() && !other.clip() && edition() == other.edition();
        }
    }

    private final Path folder;
    private final long seed;
    private final int moreClips;
    private int copies;
    private int fours;
    private boolean complete;

    private Corpus(Path folder, long seed, int moreClips) {
        this.folder = folder;
        this.seed = seed;
        this.moreClips = moreClips;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var moreClips = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
        var corpus = new Corpus(Path.of(arguments[0]), Long.parseLong(arguments[1]), moreClips);
        Files.createDirectories(corpus.folder);
        var lines = new ArrayList<String>();
        var works = Integer.parseInt(arguments[2]);
        for (var work = 0; work < works; work++) {
            corpus.complete = Files.exists(corpus.folder.resolve("w%02d.complete".formatted(work)));
            for (var made : corpus.work(work)) {
                lines.add(String.join(
                        "\t",
                        made.file().getFileName().toString(),
                        "" + made.work(),
                        "" + made.series(),
                        made.kind(),
                        "" + made.from()));
            }
            Files.writeString(corpus.folder.resolve("w%02d.complete".formatted(work)), "");
            System.out.println("work " + work);
            Files.write(corpus.folder.resolve("labels.tsv"), lines);
        }
    }

    static List<Labelled> read(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("labels.tsv")).stream()
                .map(line -> line.split("\t"))
                .map(field -> new Labelled(
                        folder.resolve(field[0]),
                        Integer.parseInt(field[1]),
                        Integer.parseInt(field[2]),
                        field[3],
                        Double.parseDouble(field[4])))
                .toList();
    }

    private List<Labelled> work(int work) throws IOException, InterruptedException {
        var random = new SplittableRandom(seed * 1000 + work);
        // Every third and the one after it are episodes of one series of four.
        var series = work % 3 < 2 && work % 12 < 6 ? 1 + work / 12 : 0;
        var common = series > 0 ? seed * 77 + series : seed * 991 + work;
        var intro = Screenplay.sequence(series > 0 ? common * 3 : random.nextLong(), random.nextInt(18, 20));
        var credits = Screenplay.sequence(series > 0 ? common * 5 : random.nextLong(), 16);
        var body = Screenplay.shots(seed * 5000 + work, common, random.nextDouble(90, 220));
        var film = joined(intro, body, credits);
        var master = master("w%d".formatted(work), film);
        var made = new ArrayList<Labelled>();
        made.add(made(master, work, series, "base", Encodes.BASE, ""));
        var size = GROUPS[work % GROUPS.length];
        var kinds = List.copyOf(Encodes.COPIES.keySet());
        for (var i = 1; i < size; i++) {
            var extra = i == 3 ? fours++ % 2 == 0 ? "edition" : "clip" : i == 2 && work % 5 == 2 ? "clip" : "";
            if (extra.isEmpty()) {
                var kind = kinds.get(copies++ % kinds.size());
                made.add(made(
                        master,
                        work,
                        series,
                        kind,
                        Objects.requireNonNull(Encodes.COPIES.get(kind)),
                        length(kind, film)));
            } else if (extra.equals("edition")) {
                var longer = master("w%d-longer".formatted(work), extended(intro, body, credits, work, random));
                made.add(made(longer, work, series, "edition", Encodes.BASE, ""));
                Files.deleteIfExists(longer);
            } else {
                made.add(made(master, work, series, "clip", Encodes.BASE, clip(film, random)));
            }
        }
        var more = new SplittableRandom(seed * 7000 + work);
        for (var i = 0; i < moreClips; i++) {
            made.add(made(master, work, series, "clip-" + i, Encodes.BASE, clip(film, more)));
        }
        Files.deleteIfExists(master);
        return made;
    }

    @SafeVarargs
    private static List<Shot> joined(List<Shot>... parts) {
        var all = new ArrayList<Shot>();
        for (var part : parts) {
            all.addAll(part);
        }
        return all;
    }

    /// Two or three insertions of 12 to 35 seconds each.
    private List<Shot> extended(
            List<Shot> intro, List<Shot> body, List<Shot> credits, int work, SplittableRandom random) {
        var longer = new ArrayList<>(body);
        for (var i = random.nextInt(2, 4); i > 0; i--) {
            var more = Screenplay.shots(seed * 9000 + work * 10L + i, seed * 991 + work, random.nextDouble(12, 35));
            longer.addAll(random.nextInt(2, longer.size() - 2), more);
        }
        return joined(intro, longer, credits);
    }

    private static String length(String kind, List<Shot> film) {
        return kind.equals("cut-credits") ? "-t %.1f".formatted(Screenplay.seconds(film) - 17) : "";
    }

    private static String clip(List<Shot> film, SplittableRandom random) {
        var seconds = Screenplay.seconds(film);
        var length = random.nextDouble(40, Math.min(90, seconds / 3));
        return "-ss %.2f -t %.2f".formatted(random.nextDouble(20, seconds - length - 18), length);
    }

    private static double from(String arguments) {
        var words = Encodes.words(arguments);
        var cut = words.indexOf("-ss");
        return cut < 0 ? 0 : Double.parseDouble(words.get(cut + 1));
    }

    private Path master(String name, List<Shot> shots) throws IOException, InterruptedException {
        var file = folder.resolve(name + "-master.mkv");
        if (complete) {
            return file;
        }
        var encoder = new ProcessBuilder(
                        ("nice -n 10 ffmpeg -v error -y -f rawvideo -pix_fmt yuv420p -s %dx%d -r %d -i -"
                                        + " -c:v libx264 -preset ultrafast -threads 1 -qp 12 -g 12 " + file)
                                .formatted(Shot.WIDTH, Shot.HEIGHT, Shot.FPS)
                                .split(" "))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var frame = new byte[Shot.WIDTH * Shot.HEIGHT * 3 / 2];
        try (var out = new BufferedOutputStream(encoder.getOutputStream())) {
            for (var shot : shots) {
                for (var i = 0; i < shot.frames(); i++) {
                    shot.render(i, frame);
                    out.write(frame);
                }
            }
        }
        if (encoder.waitFor() != 0) {
            throw new IllegalStateException("no master " + file);
        }
        return file;
    }

    private Labelled made(Path master, int work, int series, String kind, Encodes.Encode encode, String cut)
            throws IOException, InterruptedException {
        var file = folder.resolve(String.format(Locale.ROOT, "w%02d-%s.%s", work, kind, encode.extension()));
        if (!Files.exists(file)) {
            var part = folder.resolve("part." + encode.extension());
            var argv = new ArrayList<>(Encodes.words("nice -n 10 ffmpeg -nostdin -v error -y -i " + master));
            argv.addAll(Encodes.words(encode.after()));
            argv.addAll(Encodes.words(cut));
            argv.addAll(List.of("-an", part.toString()));
            if (new ProcessBuilder(argv).inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("not made: " + argv);
            }
            Files.move(part, file);
        }
        return new Labelled(file, work, series, kind, from(encode.after() + " " + cut));
    }
}
