package media.usenet.nomination;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds, among many films, the pairs that are worth comparing: those of which several words agree on one
/// alignment.
public final class Nominations {

    private static final int PICTURE_BITS = 10;
    private static final int CURVE_BITS = 12;
    /// Of two words that are the same, so that two moments of twelve bits each are enough.
    private static final double CURVE_WEIGHT = 1.1;

    private final List<Sketch> films;
    private final Words pictures;
    private final Words curves;

    private Nominations(List<Sketch> films) {
        this.films = films;
        this.pictures = new Words(films.stream().mapToInt(Sketch::frames).sum());
        this.curves =
                new Words(films.stream().mapToInt(film -> film.curveWords(0)).sum());
    }

    /// The likeliest first; of each film the likeliest few. Their numbers are places in the list.
    public static List<Nomination> among(List<Sketch> films) {
        return new Nominations(films).all();
    }

    private List<Nomination> all() {
        for (var film = 0; film < films.size(); film++) {
            take(film, films.get(film));
        }
        var byPicture = pictures.index();
        var byCurve = curves.index();
        var best = new HashMap<Long, Nomination>();
        for (var film = 0; film < films.size(); film++) {
            for (var nomination : of(film, byPicture, byCurve)) {
                var key = ((long) nomination.first() << 32) | nomination.second();
                best.merge(key, nomination, (one, other) -> one.votes() >= other.votes() ? one : other);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Nomination::votes)
                        .reversed()
                        .thenComparingInt(Nomination::first)
                        .thenComparingInt(Nomination::second))
                .toList();
    }

    private void take(int film, Sketch sketch) {
        for (var frame = 0; frame < sketch.frames(); frame++) {
            pictures.add(sketch.word(frame, 0), film, sketch.millis(frame));
        }
        for (var number = 0; number < sketch.curveWords(0); number++) {
            curves.add(sketch.curveWord(0, number), film, sketch.curveSecond(0, number) * 1000);
        }
    }

    private List<Nomination> of(int film, WordIndex byPicture, WordIndex byCurve) {
        var ballot = new Ballot(film);
        var sketch = films.get(film);
        for (var frame = 0; frame < sketch.frames(); frame++) {
            var millis = sketch.millis(frame);
            alike(sketch, frame, byPicture)
                    .forEach((number, bits) ->
                            ballot.frame(pictures.film(number), millis, pictures.seconds(number), 1 - bits / 16.0));
        }
        for (var speed = 0; speed < Ballot.SPEEDS.size(); speed++) {
            for (var word = 0; word < sketch.curveWords(speed); word++) {
                var second = sketch.curveSecond(speed, word);
                byCurve.near(
                        sketch.curveWord(speed, word),
                        CURVE_BITS,
                        (number, bits) -> ballot.curve(
                                curves.film(number), second, curves.seconds(number), CURVE_WEIGHT - bits / 20.0));
            }
        }
        return ballot.nominations();
    }

    /// Numbers of frames that are like this one or a part of it, and the bits by which the likest part differs.
    private static Map<Integer, Integer> alike(Sketch sketch, int frame, WordIndex index) {
        var found = new HashMap<Integer, Integer>();
        for (var part = 0; part < Sketch.WORDS_A_FRAME; part++) {
            index.near(sketch.word(frame, part), PICTURE_BITS, (number, bits) -> found.merge(number, bits, Math::min));
        }
        return found;
    }
}
