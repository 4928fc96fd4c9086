package media.usenet.nomination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.host.HostProcessRunner;
import media.usenet.picture.FingerprintReader;

/// Scores what the index alone nominates among made films of nine to twenty minutes, each in every encode.
///
///     java media.usenet.nomination.LongFilmBenchmark FOLDER SEED FILMS
final class LongFilmBenchmark {

    private static final Map<String, String> ENCODES = encodes();

    private LongFilmBenchmark() {}

    private static Map<String, String> encodes() {
        var all = new LinkedHashMap<String, String>();
        all.put("base.mkv", "-c:v libx264 -preset veryfast -g 60 -crf 23");
        all.put("small.mp4", "-vf scale=96:54 -c:v libx264 -preset veryfast -g 60 -crf 26");
        all.put("two-seconds.mp4", "-c:v libx264 -preset veryfast -g 12 -keyint_min 12 -sc_threshold 0 -crf 25");
        all.put("x265.mkv", "-c:v libx265 -preset ultrafast -crf 27 -x265-params log-level=error:pools=none:keyint=60");
        all.put("average.mkv", "-c:v libx264 -preset veryfast -g 60 -b:v 40k");
        all.put("av1.mkv", "-c:v libsvtav1 -preset 12 -crf 40 -g 60 -svtav1-params lp=1");
        all.put("mpeg4.mp4", "-c:v mpeg4 -g 60 -q:v 6");
        all.put("pal.mkv", "-vf setpts=PTS*24/25 -r 6.25 -c:v libx264 -preset veryfast -g 60 -crf 23");
        all.put("cut.mkv", "-ss 70 -c:v libx264 -preset veryfast -g 60 -crf 23");
        all.put("grain.mkv", "-vf noise=alls=22:allf=t -c:v libx264 -preset veryfast -g 60 -crf 23");
        return all;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        var seed = Long.parseLong(arguments[1]);
        var count = Integer.parseInt(arguments[2]);
        var work = Files.createTempDirectory("pictures");
        var ffmpeg = new FFmpeg("ffmpeg", "ffprobe", new HostProcessRunner(), (_, program) -> program, work);
        var reader = new FingerprintReader(ffmpeg, work);
        var sketches = new ArrayList<Sketch>();
        var kinds = List.copyOf(ENCODES.keySet());
        for (var film = 0; film < count; film++) {
            for (var file : made(folder, seed + film, 540 + film * 660 / count)) {
                sketches.add(Sketch.of(reader.readIndex(file, ffmpeg.probe(file))));
            }
        }
        var found = Nominations.among(sketches);
        var right = new TreeMap<String, Integer>();
        var wrong = 0;
        for (var pair : found) {
            if (pair.first() / kinds.size() != pair.second() / kinds.size()) {
                wrong++;
                continue;
            }
            for (var file : Set.of(pair.first(), pair.second())) {
                right.merge(kinds.get(file % kinds.size()), 1, Integer::sum);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d files, %d pairs right of %d, %d wrong%n",
                sketches.size(),
                found.size() - wrong,
                count * kinds.size() * (kinds.size() - 1) / 2,
                wrong);
        kinds.forEach(kind -> System.out.printf(
                "| %s | %d of %d |%n", kind, right.getOrDefault(kind, 0), count * (kinds.size() - 1)));
        if (arguments.length > 3) {
            distances(sketches, kinds);
        }
    }

    /// For the choice of thresholds: bits by which words of the same moment differ.
    private static void distances(List<Sketch> sketches, List<String> kinds) {
        for (var kind = 1; kind < kinds.size(); kind++) {
            var bits = new int[33];
            for (var film = 0; film < sketches.size(); film += kinds.size()) {
                var one = sketches.get(film);
                var other = sketches.get(film + kind);
                for (var i = 0; i < one.curveWords(0); i++) {
                    for (var j = 0; j < other.curveWords(0); j++) {
                        var shift = one.curveSecond(0, i) - other.curveSecond(0, j);
                        if (Math.abs(shift - (kinds.get(kind).startsWith("cut") ? 70 : 0)) <= 1) {
                            bits[Math.min(32, Long.bitCount(one.curveWord(0, i) ^ other.curveWord(0, j)))]++;
                        }
                    }
                }
            }
            System.out.println(kinds.get(kind) + " " + java.util.Arrays.toString(bits));
        }
        var bits = new int[33];
        for (var i = 0; i < sketches.getFirst().curveWords(0); i++) {
            for (var film = kinds.size(); film < sketches.size(); film += kinds.size()) {
                for (var j = 0; j < sketches.get(film).curveWords(0); j++) {
                    bits[
                            Math.min(
                                    32,
                                    Long.bitCount(sketches.getFirst().curveWord(0, i)
                                            ^ sketches.get(film).curveWord(0, j)))]++;
                }
            }
        }
        System.out.println("others " + java.util.Arrays.toString(bits));
    }

    private static List<Path> made(Path folder, long seed, int seconds) throws IOException {
        var files = new ArrayList<Path>();
        LongFilm film = null;
        for (var encode : ENCODES.entrySet()) {
            var file = folder.resolve(seed + "-" + encode.getKey());
            files.add(file);
            if (!Files.exists(file)) {
                film = film == null ? LongFilm.shot(folder, seed, seconds) : film;
                film.encoded(file, encode.getValue().split(" "));
            }
        }
        Files.deleteIfExists(folder.resolve("film-%d.gray".formatted(seed)));
        return files;
    }
}
