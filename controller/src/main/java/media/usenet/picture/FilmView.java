package media.usenet.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import media.usenet.container.KeyFrame;

/// The pictures of one film while it is compared; no key frame is decoded twice.
final class FilmView {

    private final Decoder decoder;
    private final Film film;
    private final IndexedFilm indexed;
    private final TreeMap<Double, KeyFrame> keys = new TreeMap<>();
    private final Map<Double, Picture> decoded = new HashMap<>();
    private final Map<Double, Boolean> asked = new HashMap<>();

    FilmView(Decoder decoder, Film film) {
        this.decoder = decoder;
        this.film = film;
        this.indexed = IndexedFilm.open(film.file(), film.facts());
        var index = indexed.index();
        if (index != null) {
            index.keys().forEach(key -> keys.put(key.seconds(), key));
        }
    }

    double seconds() {
        return indexed.seconds();
    }

    Bars bars() {
        return film.fingerprint().bars();
    }

    /// None for a file without an index.
    NavigableMap<Double, KeyFrame> keys() {
        return keys;
    }

    List<Double> keyTimes() {
        return List.copyOf(keys.keySet());
    }

    /// By the time that was asked for. Those that do not decode are left out.
    Map<Double, Picture> keyFrames(Collection<Double> times) throws InterruptedException {
        var index = indexed.index();
        var missing = new ArrayList<KeyFrame>();
        for (var time : new TreeSet<>(times)) {
            var key = keys.get(time);
            if (key != null && asked.putIfAbsent(time, true) == null) {
                missing.add(key);
            }
        }
        if (index != null && !missing.isEmpty()) {
            decoder.keyFrames(film.file(), index, missing).forEach(picture -> decoded.put(picture.seconds(), picture));
        }
        return decoded;
    }

    /// The frames at these very times, by the time that was asked for.
    Map<Double, Picture> exactly(List<Double> times) throws InterruptedException {
        var found = new HashMap<Double, Picture>();
        for (var picture : decoder.at(film.file(), times, true)) {
            times.stream()
                    .filter(time -> Math.abs(time - picture.seconds()) < 0.5)
                    .findFirst()
                    .ifPresent(time -> found.put(time, picture));
        }
        return found;
    }
}
