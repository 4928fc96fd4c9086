package media.usenet.picture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.picture.Sight.Glance;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Compares two films and explains what it found. Safe to use from several threads at once.
public final class Comparison {

    private final Decoder decoder;

    /// @param folder in which each run of FFmpeg gets a work folder
    public Comparison(FFmpeg ffmpeg, Path folder) {
        this.decoder = new Decoder(ffmpeg, folder);
    }

    /// Aligns them, decodes frames of both at aligned times, and lays them side by side: a second or two of
    /// one core. Files whose picture cannot be read now are [Similarity.Unknown].
    ///
    /// @throws ProblemException `FFMPEG_MISSING`, `SANDBOX_MISSING`
    public Similarity compare(Film first, Film second) throws InterruptedException {
        try {
            return compare(new FilmView(decoder, first), new FilmView(decoder, second), points(first, second));
        } catch (ProblemException e) {
            if (e.problem() == Problem.MEDIA_UNREADABLE) {
                return new Similarity.Unknown(e.detail());
            }
            throw e;
        }
    }

    private static Similarity compare(FilmView first, FilmView second, List<Point> points) throws InterruptedException {
        if (first.seconds() <= 0 || second.seconds() <= 0) {
            return new Similarity.Unknown("how long they are is not known");
        }
        var sight = new Sight(first, second);
        var alignments = Alignments.of(points, first.seconds(), second.seconds());
        var likeliest = sight.glance(alignments.getFirst());
        var verdict = Verdict.of(List.of(likeliest.sighted()), first.seconds(), second.seconds());
        if (likeliest.sharp() && verdict.settled()) {
            return verdict.similarity();
        }
        sight.prepare(alignments);
        var glances = new ArrayList<>(List.of(likeliest));
        for (var alignment : alignments.subList(1, alignments.size())) {
            glances.add(sight.glance(alignment));
        }
        return sharpened(sight, glances, first.seconds(), second.seconds());
    }

    /// What a glance shows most of is looked at first, whatever was thought likely before: a wrong speed is likely
    /// where key frames lie at fixed distances.
    private static Similarity sharpened(Sight sight, List<Glance> glances, double first, double second)
            throws InterruptedException {
        var sighted = new ArrayList<Sighted>();
        glances.sort(Comparator.comparingInt((Glance glance) -> glance.sighted().longest())
                .reversed());
        for (var glance : glances) {
            var alignment = glance.sighted().alignment();
            if (sighted.stream().anyMatch(known -> known.alignment().near(alignment))) {
                continue;
            }
            sighted.add(sight.sharpened(glance));
            var verdict = Verdict.of(sighted, first, second);
            if (verdict.settled()) {
                return verdict.similarity();
            }
        }
        return Verdict.of(sighted, first, second).similarity();
    }

    private static List<Point> points(Film first, Film second) {
        var one = first.fingerprint();
        var other = second.fingerprint();
        var points = new ArrayList<>(FramePoints.between(one.frames(), other.frames()));
        if (one.curve() != null && other.curve() != null) {
            points.addAll(CurvePoints.between(one.curve(), other.curve()));
        }
        return points;
    }
}
