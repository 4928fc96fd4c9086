package media.usenet.picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.host.HostProcessRunner;
import media.usenet.nomination.Nominations;
import media.usenet.nomination.Sketch;
import media.usenet.picture.Corpus.Labelled;

/// Scores the search for similar films on a made library with labels.
///
///     java media.usenet.picture.CorpusBenchmark FOLDER [PAIRS]
///
/// With an expression only the pairs of names that it matches are compared, and all is told.
///
/// A pair counts as found when it was nominated and the comparison says what the label says. Files that were
/// made from one film are copies of each other; an edition beside them is an edition, a clip a clip.
final class CorpusBenchmark {

    private final List<Labelled> labels;
    private final List<Film> films = new ArrayList<>();
    private final Comparison comparison;
    private static final int THREADS = 3;

    private final Map<Long, String> answers = new ConcurrentHashMap<>();
    private final String only;
    private final boolean verbose;
    private final Map<String, int[]> perKind = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    private CorpusBenchmark(List<Labelled> labels, Comparison comparison, String only) {
        this.labels = labels;
        this.comparison = comparison;
        this.only = only;
        this.verbose = !only.isEmpty();
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var work = Files.createTempDirectory("pictures");
        var ffmpeg = new FFmpeg("ffmpeg", "ffprobe", new HostProcessRunner(), (_, program) -> program, work);
        var benchmark = new CorpusBenchmark(
                Corpus.read(folder), new Comparison(ffmpeg, work), arguments.length > 1 ? arguments[1] : "");
        var reader = new FingerprintReader(ffmpeg, work);
        for (var labelled : benchmark.labels) {
            var facts = ffmpeg.probe(labelled.file());
            benchmark.films.add(new Film(labelled.file(), facts, fingerprint(reader, labelled.file(), facts)));
        }
        benchmark.score();
    }

    /// Kept beside the corpus, so that thresholds can be tried without decoding everything again.
    private static Fingerprint fingerprint(FingerprintReader reader, Path file, MediaFacts facts)
            throws IOException, InterruptedException {
        var kept = file.resolveSibling(file.getFileName() + ".fingerprint");
        var known = Files.exists(kept) ? Fingerprint.ofBytes(Files.readAllBytes(kept)) : Optional.<Fingerprint>empty();
        if (known.isPresent()) {
            return known.get();
        }
        var read = reader.read(file, facts);
        Files.write(kept, read.toBytes());
        return read;
    }

    private void score() throws InterruptedException, ExecutionException {
        var nominated = Nominations.among(
                films.stream().map(Film::fingerprint).map(Sketch::of).toList());
        var pairs = new HashSet<Long>();
        for (var nomination : nominated) {
            pairs.add(key(nomination.first(), nomination.second()));
        }
        nominations(pairs);
        compare(pairs);
        for (var first = 0; first < films.size(); first++) {
            for (var second = first + 1; second < films.size(); second++) {
                judge(first, second, pairs.contains(key(first, second)));
            }
        }
        System.out.printf(Locale.ROOT, "files %d, works %d, nominated %d%n", films.size(), works(), nominated.size());
        counts.forEach((name, count) -> System.out.println(name + ": " + count));
        perKind.forEach((kind, found) -> System.out.printf(
                Locale.ROOT, "| %s | %d of %d | %.3f |%n", kind, found[0], found[1], (double) found[0] / found[1]));
    }

    /// What the search alone would lose, however good the comparison is.
    private void nominations(Set<Long> pairs) {
        for (var first = 0; first < films.size(); first++) {
            for (var second = first + 1; second < films.size(); second++) {
                var truth = truth(labels.get(first), labels.get(second));
                var nominated = pairs.contains(key(first, second));
                count("nomination: " + truth + (nominated ? " yes" : " no"));
                if (verbose && !nominated && !truth.equals("different")) {
                    System.out.println(
                            "not nominated: " + labels.get(first).file().getFileName() + " "
                                    + labels.get(second).file().getFileName());
                }
            }
        }
    }

    private long works() {
        return labels.stream().map(Labelled::work).distinct().count();
    }

    private static long key(int first, int second) {
        return ((long) first << 32) | second;
    }

    /// Not all pairs of different films, which would take hours; of those in a series one encode each in any
    /// case.
    private boolean wanted(int first, int second, boolean nominated) {
        var one = labels.get(first);
        var other = labels.get(second);
        var bothBase = one.kind().equals("base") && other.kind().equals("base");
        var names = one.file().getFileName() + " " + other.file().getFileName();
        return (nominated || (sameSeries(one, other) && bothBase))
                && !(one.clip() && other.clip())
                && (only.isEmpty() || names.matches(only));
    }

    private static boolean sameSeries(Labelled one, Labelled other) {
        return one.work() != other.work() && one.series() == other.series() && one.series() > 0;
    }

    private void judge(int first, int second, boolean nominated) {
        var one = labels.get(first);
        var other = labels.get(second);
        var truth = truth(one, other);
        var label = sameSeries(one, other) ? "same series" : truth;
        var answer = answers.getOrDefault(key(first, second), "not nominated");
        count("answer: " + label + " -> " + answer + (nominated ? "" : " (not nominated)"));
        if (truth.equals("copy")) {
            var found = nominated && answer.equals("copy");
            new HashSet<>(List.of(one.kind(), other.kind())).forEach(kind -> tally(kind, found));
            tally("all copies", found);
        }
        if (verbose && !label.equals(answer) && !answer.equals("not nominated")) {
            System.out.println(
                    one.file().getFileName() + " " + other.file().getFileName() + ": " + label + " -> " + answer);
        }
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private void tally(String kind, boolean found) {
        var tally = perKind.computeIfAbsent(kind, _ -> new int[2]);
        tally[0] += found ? 1 : 0;
        tally[1]++;
    }

    private static String truth(Labelled one, Labelled other) {
        if (one.work() != other.work()) {
            return "different";
        }
        if (one.clip() && other.clip()) {
            return "two clips";
        }
        if (one.clip() || other.clip()) {
            return "clip";
        }
        return one.copyOf(other) ? "copy" : "edition";
    }

    private void compare(Set<Long> nominated) throws InterruptedException, ExecutionException {
        var asked = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var first = 0; first < films.size(); first++) {
                for (var second = first + 1; second < films.size(); second++) {
                    var key = key(first, second);
                    if (wanted(first, second, nominated.contains(key))) {
                        asked.add(threads.submit(
                                () -> answers.put(key, answer((int) (key >> 32), (int) (key & 0xffffffffL)))));
                    }
                }
            }
        }
        for (var one : asked) {
            one.get();
        }
    }

    private String answer(int first, int second) throws InterruptedException {
        var start = System.nanoTime();
        Similarity similarity;
        try {
            similarity = comparison.compare(films.get(first), films.get(second));
        } catch (RuntimeException e) {
            System.out.println(
                    labels.get(first).file() + " " + labels.get(second).file() + " " + e);
            throw e;
        }
        if (verbose) {
            System.out.printf(
                    "    %.1f s %s %s %s%n",
                    (System.nanoTime() - start) / 1e9,
                    labels.get(first).file().getFileName(),
                    labels.get(second).file().getFileName(),
                    summary(similarity));
        }
        if (similarity instanceof Similarity.Clip clip) {
            locate(labels.get(first), labels.get(second), clip);
        }
        return switch (similarity) {
            case Similarity.Copy _ -> "copy";
            case Similarity.Edition _ -> "edition";
            case Similarity.Clip _ -> "clip";
            case Similarity.SameSeries _ -> "same series";
            case Similarity.Different _ -> "different";
            case Similarity.Unknown _ -> "unknown";
        };
    }

    /// How far from where it is a clip was found; of an edition nobody knows where its insertions are.
    private void locate(Labelled first, Labelled second, Similarity.Clip found) {
        var clip = first.clip() ? first : second;
        var film = first.clip() ? second : first;
        if (clip.work() == film.work() && !film.edition()) {
            var speed = film.kind().equals("pal") ? 24.0 / 25 : 1;
            var expected = Math.max(0, (clip.from() - film.from()) * speed);
            var off = Math.abs(Span.seconds(found.where().from()) - expected);
            synchronized (perKind) {
                tally("clips located within 2 s", off < 2);
            }
            if (off >= 2) {
                System.out.printf(
                        Locale.ROOT,
                        "%.1f s off: %s in %s, speed %.3f, offset %s%n",
                        off,
                        clip.file().getFileName(),
                        film.file().getFileName(),
                        found.stretch().speed(),
                        found.stretch().offset());
            }
        }
    }

    private String summary(Similarity similarity) {
        var same = similarity.evidence().stream().filter(Match::same).count();
        var text = similarity.toString();
        return "%d/%d %s"
                .formatted(
                        same,
                        similarity.evidence().size(),
                        text.substring(0, Math.min(only.length() > 9 ? 5000 : 600, text.length())));
    }
}
