package media.usenet.picture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import media.usenet.ffmpeg.FFmpeg;
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
        var likeliest = sight.look(alignments.getFirst());
        var verdict = Verdict.of(List.of(likeliest), first.seconds(), second.seconds());
        if (verdict.settled()) {
            return verdict.similarity();
        }
        sight.prepare(alignments);
        var sighted = new ArrayList<>(List.of(likeliest));
        for (var alignment : alignments.subList(1, alignments.size())) {
            sighted.add(sight.look(alignment));
        }
        return Verdict.of(sighted, first.seconds(), second.seconds()).similarity();
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
