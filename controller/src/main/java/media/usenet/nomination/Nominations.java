package media.usenet.nomination;

import java.util.ArrayList;
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
    /// Where words are alike by chance one alone is not enough, however few bits differ.
    private static final double AMONG_MANY = 0.6;

    /// So many are asked about at once that a walk through all words is worth it, and few enough to keep what
    /// they find.
    private static final int BLOCK_FILMS = 2048;
    private static final long MOST_FINDS = 4_000_000;

    private final List<Sketch> films;
    private final List<List<Sketch>> blocks = new ArrayList<>();
    private final Words pictures;
    private final Words curves;
    private double mostOfACurve = CURVE_WEIGHT;

    private Nominations(List<Sketch> films) {
        this.films = films;
        this.pictures = new Words(films, Sketch::frames, (film, frame) -> film.word(frame, 0));
        this.curves = new Words(films, film -> film.curveWords(0), (film, word) -> film.curveWord(0, word));
        for (var from = 0; from < films.size(); from += BLOCK_FILMS) {
            blocks.add(films.subList(from, Math.min(films.size(), from + BLOCK_FILMS)));
        }
    }

    /// The likeliest first; of each film the likeliest few. Their numbers are places in the list.
    public static List<Nomination> among(List<Sketch> films) {
        return new Nominations(films).all();
    }

    private List<Nomination> all() {
        var byPicture = alikePictures();
        var byCurve = alikeCurves();
        var best = new HashMap<Long, Nomination>();
        for (var block = 0; block < blocks.size(); block++) {
            var ballots = ballots(block);
            pictures(block, byPicture.get(block), ballots);
            for (var speed = 0; speed < Ballot.SPEEDS.size(); speed++) {
                curves(block, speed, byCurve.get(speed).get(block), ballots);
            }
            ballots.forEach(ballot -> ballot.nominations().forEach(nomination -> keep(best, nomination)));
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Nomination::votes)
                        .reversed()
                        .thenComparingInt(Nomination::first)
                        .thenComparingInt(Nomination::second))
                .toList();
    }

    private static void keep(Map<Long, Nomination> best, Nomination nomination) {
        var key = ((long) nomination.first() << 32) | nomination.second();
        best.merge(key, nomination, (one, other) -> one.votes() >= other.votes() ? one : other);
    }

    /// By the frame that was asked about, whatever part of it is like the other.
    private List<Finds> alikePictures() {
        var finds = nothing();
        var index = new WordIndex(pictures.all());
        index.near(
                blocks.size(),
                this::partsOfPictures,
                index.telling(PICTURE_BITS, (long) pictures.count() * Sketch.WORDS_A_FRAME, MOST_FINDS),
                (block, asked, number, bits) -> {
                    var frame = asked / Sketch.WORDS_A_FRAME;
                    if (pictures.start(block * BLOCK_FILMS) + frame != number) {
                        finds.get(block).add(frame, number, bits);
                    }
                });
        return finds;
    }

    private long[] partsOfPictures(int block) {
        var parts = Sketch.WORDS_A_FRAME;
        return new Words(
                        blocks.get(block),
                        film -> film.frames() * parts,
                        (film, place) -> film.word(place / parts, place % parts))
                .all();
    }

    private List<List<Finds>> alikeCurves() {
        var index = new WordIndex(curves.all());
        var farthest = index.telling(CURVE_BITS, (long) curves.count() * Ballot.SPEEDS.size(), MOST_FINDS);
        mostOfACurve = farthest < CURVE_BITS ? AMONG_MANY : CURVE_WEIGHT;
        var all = new ArrayList<List<Finds>>();
        for (var speed = 0; speed < Ballot.SPEEDS.size(); speed++) {
            var played = speed;
            var finds = nothing();
            index.near(
                    blocks.size(), block -> curveWords(block, played).all(), farthest, (block, asked, number, bits) -> {
                        if (played > 0 || curves.start(block * BLOCK_FILMS) + asked != number) {
                            finds.get(block).add(asked, number, bits);
                        }
                    });
            all.add(finds);
        }
        return all;
    }

    private List<Finds> nothing() {
        return blocks.stream().map(_ -> new Finds()).toList();
    }

    private Words curveWords(int block, int speed) {
        return new Words(
                blocks.get(block), film -> film.curveWords(speed), (film, word) -> film.curveWord(speed, word));
    }

    private List<Ballot> ballots(int block) {
        var ballots = new ArrayList<Ballot>();
        for (var film = 0; film < blocks.get(block).size(); film++) {
            ballots.add(new Ballot(block * BLOCK_FILMS + film));
        }
        return ballots;
    }

    private void pictures(int block, Finds finds, List<Ballot> ballots) {
        finds.sort();
        var first = pictures.start(block * BLOCK_FILMS);
        for (var find = 0; find < finds.size(); find++) {
            var other = finds.other(find);
            var asked = finds.asked(find);
            if (find == 0 || other != finds.other(find - 1) || asked != finds.asked(find - 1)) {
                var film = pictures.film(first + asked);
                var millis = millis(first + asked);
                ballots.get(film - block * BLOCK_FILMS)
                        .frame(pictures.film(other), millis, millis(other), 1 - finds.different(find) / 16.0);
            }
        }
    }

    private int millis(int frame) {
        var film = pictures.film(frame);
        return films.get(film).millis(frame - pictures.start(film));
    }

    private void curves(int block, int speed, Finds finds, List<Ballot> ballots) {
        finds.sort();
        var words = curveWords(block, speed);
        for (var find = 0; find < finds.size(); find++) {
            var place = words.film(finds.asked(find));
            var word = finds.asked(find) - words.start(place);
            var second = blocks.get(block).get(place).curveSecond(speed, word);
            var other = curves.film(finds.other(find));
            var inOther = films.get(other).curveSecond(0, finds.other(find) - curves.start(other));
            var weight = Math.min(mostOfACurve, CURVE_WEIGHT - finds.different(find) / 20.0);
            ballots.get(place).curve(other, second, inOther, weight);
        }
    }
}
