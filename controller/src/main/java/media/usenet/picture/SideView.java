package media.usenet.picture;

import java.util.ArrayList;
import java.util.List;
import media.usenet.picture.Raster.Part;

/// Judges pairs of pictures, with one crop for all: two encodes of a film are cropped alike throughout.
final class SideView {

    /// From here on two rasters count as the same picture.
    static final double SAME = 0.80;

    private static final int COLUMNS = 32;
    private static final int ROWS = 18;
    private static final List<Part> CROPS = List.of(Part.middle(1, 0.8), Part.middle(0.9, 0.9), Part.middle(0.8, 0.8));

    /// @param seconds of the moment in each film
    record Laid(Pair seconds, Picture first, Picture second) {}

    private record Crop(Part first, Part second) {}

    private final Bars first;
    private final Bars second;

    SideView(Bars first, Bars second) {
        this.first = first;
        this.second = second;
    }

    /// Without those of which one is flat: they are like every other.
    List<Match> matches(List<Laid> laid) {
        var telling = laid.stream().filter(this::telling).toList();
        var best = List.<Match>of();
        var bestScore = -1.0;
        for (var crop : crops()) {
            var matches = telling.stream().map(pair -> match(pair, crop)).toList();
            var score = matches.stream()
                    .mapToDouble(match -> (match.same() ? 1 : 0) + match.likeness() / 100)
                    .sum();
            if (score > bestScore) {
                bestScore = score;
                best = matches;
            }
        }
        return best;
    }

    private boolean telling(Laid pair) {
        return Raster.deviation(pair.first()) >= FrameHash.LEAST_WEIGHT
                && Raster.deviation(pair.second()) >= FrameHash.LEAST_WEIGHT;
    }

    private static List<Crop> crops() {
        var crops = new ArrayList<Crop>();
        crops.add(new Crop(Part.WHOLE, Part.WHOLE));
        for (var part : CROPS) {
            crops.add(new Crop(part, Part.WHOLE));
            crops.add(new Crop(Part.WHOLE, part));
        }
        return crops;
    }

    private Match match(Laid pair, Crop crop) {
        var one = Raster.of(pair.first(), crop.first().within(first), COLUMNS, ROWS);
        var other = Raster.of(pair.second(), crop.second().within(second), COLUMNS, ROWS);
        var likeness = Raster.likeness(one, other);
        return new Match(
                Span.duration(pair.seconds().inFirst()),
                Span.duration(pair.seconds().inSecond()),
                likeness,
                likeness >= SAME);
    }
}
