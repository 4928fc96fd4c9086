package media.usenet.duplicates;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import media.usenet.drawing.PairPicture;
import media.usenet.drawing.Shown;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.library.LibraryFile;
import media.usenet.nomination.FilmMemory;
import media.usenet.picture.Comparison;
import media.usenet.picture.Film;
import media.usenet.picture.FingerprintReader;
import media.usenet.picture.Match;
import media.usenet.picture.Similarity;
import media.usenet.problem.ProblemException;
import media.usenet.works.Evidence.Likeness;
import media.usenet.works.Evidence.Looked;

/// Lays the pictures of two files side by side.
final class Looks {

    private final FingerprintReader reader;
    private final Comparison comparison;
    private final FilmMemory memory;
    private final PairPicture picture;

    Looks(FingerprintReader reader, Comparison comparison, FilmMemory memory, PairPicture picture) {
        this.reader = reader;
        this.comparison = comparison;
        this.memory = memory;
        this.picture = picture;
    }

    /// Unknown where one of them has not been looked into or cannot be read: a fact about neither film.
    Similarity compare(LibraryFile first, LibraryFile second) throws InterruptedException {
        var ours = first.facts();
        var theirs = second.facts();
        if (ours == null || theirs == null) {
            return new Similarity.Unknown("one of the two could not be read as a film");
        }
        return comparison.compare(film(first, ours), film(second, theirs));
    }

    private Film film(LibraryFile file, MediaFacts facts) throws InterruptedException {
        var key = Nominees.key(file);
        var known = memory.fingerprint(key);
        if (known.isPresent()) {
            return new Film(file.path(), facts, known.get());
        }
        var fingerprint = reader.read(file.path(), facts);
        memory.keep(key, fingerprint);
        return new Film(file.path(), facts, fingerprint);
    }

    /// What was seen, as a JPEG.
    ///
    /// @throws ProblemException `MEDIA_UNREADABLE`
    byte[] draw(LibraryFile first, LibraryFile second, Similarity similarity) throws InterruptedException {
        return picture.jpeg(shown(first), shown(second), similarity);
    }

    private static Shown shown(LibraryFile file) {
        var facts = file.facts();
        var length = facts == null ? null : facts.duration();
        return new Shown(file.path(), length == null ? Duration.ofSeconds(1) : length);
    }

    /// As evidence; empty where nothing is known.
    static Optional<Looked> evidence(long first, long second, Similarity similarity) {
        return likeness(similarity).map(likeness -> new Looked(first, second, likeness, text(similarity)));
    }

    private static Optional<Likeness> likeness(Similarity similarity) {
        return switch (similarity) {
            case Similarity.Copy _ -> Optional.of(Likeness.COPY);
            case Similarity.Edition _ -> Optional.of(Likeness.EDITION);
            case Similarity.Clip _ -> Optional.of(Likeness.CLIP);
            case Similarity.SameSeries _ -> Optional.of(Likeness.SAME_SERIES);
            case Similarity.Different _ -> Optional.of(Likeness.DIFFERENT);
            case Similarity.Unknown _ -> Optional.empty();
        };
    }

    static String text(Similarity similarity) {
        var matches = matches(similarity.evidence());
        return switch (similarity) {
            case Similarity.Copy copy ->
                copy.stretch().speed() == 1
                        ? "the same film, " + matches
                        : "the same film at %.3f times the speed, %s"
                                .formatted(1 / copy.stretch().speed(), matches);
            case Similarity.Edition edition ->
                "the same film, and %d stretches that only one has, %s"
                        .formatted(
                                edition.onlyInFirst().size()
                                        + edition.onlyInSecond().size(),
                                matches);
            case Similarity.Clip _ -> "one is a piece of the other, " + matches;
            case Similarity.SameSeries _ -> "a short part is the same, " + matches;
            case Similarity.Different different -> "%s, %s".formatted(different.because(), matches);
            case Similarity.Unknown unknown -> unknown.because();
        };
    }

    private static String matches(List<Match> evidence) {
        return "%d of %d pictures match"
                .formatted(evidence.stream().filter(Match::same).count(), evidence.size());
    }
}
