package media.usenet.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The shots of a made film, drawn from a seed: cuts every two to nine seconds, dialogues that go back and
/// forth between two shots, places that return; black in between now and then.
final class Screenplay {

    private static final int PLACES = 10;

    private Screenplay() {}

    /// @param common seed of the places that the episodes of one series share; half of all
    static List<Shot> shots(long seed, long common, double seconds) {
        var random = new SplittableRandom(seed);
        var places = new ArrayList<Place>();
        for (var i = 0; i < PLACES; i++) {
            places.add(new Place(i < PLACES / 2 ? common + i : seed * 31 + i));
        }
        var shots = new ArrayList<Shot>();
        for (var left = seconds; left > 0; ) {
            var place = places.get(random.nextInt(PLACES));
            if (random.nextDouble() < 0.25) {
                left -= dialogue(place, places.get(random.nextInt(PLACES)), random, shots);
            } else {
                var length = random.nextDouble(2, 9);
                shots.add(new Shot(place, length, random.split()));
                left -= length;
            }
        }
        return shots;
    }

    private static double dialogue(Place one, Place other, SplittableRandom random, List<Shot> shots) {
        var first = random.nextLong();
        var second = random.nextLong();
        var total = 0.0;
        for (var i = random.nextInt(3, 7); i > 0; i--) {
            var length = random.nextDouble(1.5, 5);
            shots.add(new Shot(i % 2 == 0 ? one : other, length, new SplittableRandom(i % 2 == 0 ? first : second)));
            total += length;
        }
        return total;
    }

    /// Letters that roll upwards are the same in all episodes but for their speed; here they are a place
    /// that drifts.
    static List<Shot> sequence(long seed, double seconds) {
        return shots(seed, seed * 17, seconds);
    }

    static double seconds(List<Shot> shots) {
        return shots.stream().mapToInt(Shot::frames).sum() / (double) Shot.FPS;
    }
}
