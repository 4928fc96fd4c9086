package media.usenet.duplicates;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import media.usenet.duplicates.Survey.LeftOut;
import media.usenet.event.Step;
import media.usenet.library.LibraryFile;
import media.usenet.nomination.FilmKey;
import media.usenet.nomination.FilmMemory;
import media.usenet.nomination.Nominations;
import media.usenet.nomination.Sketch;
import media.usenet.picture.FingerprintReader;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Finds films that may show the same, whatever their names say: by the indexes of their files, and by the frames of
/// those that were looked at before. Of a file that did not change nothing is read.
final class Nominees {

    private static final int KEPT_AT_ONCE = 50;

    private final FingerprintReader reader;
    private final FilmMemory memory;
    private final List<LeftOut> unread;

    /// @param unread takes the files that could not be read, with the reason
    Nominees(FingerprintReader reader, FilmMemory memory, List<LeftOut> unread) {
        this.reader = reader;
        this.memory = memory;
        this.unread = unread;
    }

    record Nominee(LibraryFile first, LibraryFile second) {}

    /// The likeliest first; of each film a few at most.
    List<Nominee> among(List<LibraryFile> films, Consumer<Step> tell) {
        var sketches = sketches(films, tell);
        var telling = films.stream()
                .filter(film -> sketches.containsKey(film.id())
                        && sketches.get(film.id()).tells())
                .toList();
        var found = Nominations.among(
                telling.stream().map(film -> sketches.get(film.id())).toList());
        tell.accept(Step.of("nominated", "%d pairs whose pictures may be the same".formatted(found.size())));
        return found.stream()
                .map(pair -> new Nominee(telling.get(pair.first()), telling.get(pair.second())))
                .toList();
    }

    private Map<Long, Sketch> sketches(List<LibraryFile> films, Consumer<Step> tell) {
        var known = memory.sketches();
        var sketches = new HashMap<Long, Sketch>();
        var fresh = new LinkedHashMap<FilmKey, Sketch>();
        var read = 0;
        for (var film : films) {
            var key = key(film);
            var sketch = Optional.ofNullable(known.get(key));
            if (sketch.isEmpty()) {
                sketch = read(film);
                sketch.ifPresent(made -> fresh.put(key, made));
                read++;
            }
            sketch.ifPresent(found -> sketches.put(film.id(), found));
            if (fresh.size() == KEPT_AT_ONCE) {
                keep(fresh, read, films.size(), tell);
            }
        }
        keep(fresh, read, films.size(), tell);
        return sketches;
    }

    private void keep(Map<FilmKey, Sketch> fresh, int read, int films, Consumer<Step> tell) {
        memory.keep(fresh);
        fresh.clear();
        tell.accept(Step.of("indexes", "%d read, of %d files".formatted(read, films)));
    }

    /// Empty where the file is damaged or gone: the others are looked at all the same.
    private Optional<Sketch> read(LibraryFile film) {
        var facts = film.facts();
        try {
            return facts == null ? Optional.empty() : Optional.of(Sketch.of(reader.readIndex(film.path(), facts)));
        } catch (ProblemException e) {
            if (e.problem() != Problem.MEDIA_UNREADABLE) {
                throw e;
            }
            unread.add(new LeftOut(film.path().toString(), e.detail()));
            return Optional.empty();
        }
    }

    static FilmKey key(LibraryFile film) {
        return new FilmKey(
                Told.hash(film.slot()),
                film.key().inode(),
                film.bytes(),
                film.modified().toEpochMilli());
    }
}
