package media.usenet.picture;

import java.util.List;
import java.util.function.IntPredicate;

/// Finds black bars: rows and columns that are dark in all frames that show anything. One frame alone would
/// take a night sky for a bar.
final class BarFinder {

    /// Black is 16 in video; grain and a logo's edge make it somewhat more.
    private static final int DARK = 36;
    /// A logo or subtitle on the bar takes fewer pixels than this part of a row.
    private static final double LIT = 0.08;
    private static final int LEAST_FRAMES = 3;

    private final List<Picture> pictures;

    private BarFinder(List<Picture> pictures) {
        this.pictures = pictures;
    }

    static Bars bars(List<Picture> all) {
        var telling = all.stream()
                .filter(picture -> Raster.deviation(picture) >= FrameHash.LEAST_WEIGHT)
                .toList();
        return telling.size() < LEAST_FRAMES ? Bars.NONE : new BarFinder(telling).bars();
    }

    private Bars bars() {
        var top = dark(0, 1, Picture.HEIGHT, this::darkRow);
        var bottom = dark(Picture.HEIGHT - 1, -1, Picture.HEIGHT, this::darkRow);
        var left = dark(0, 1, Picture.WIDTH, this::darkColumn);
        var right = dark(Picture.WIDTH - 1, -1, Picture.WIDTH, this::darkColumn);
        return top + bottom > Picture.HEIGHT / 2 || left + right > Picture.WIDTH / 2
                ? Bars.NONE
                : new Bars(
                        thousandths(top, Picture.HEIGHT),
                        thousandths(bottom, Picture.HEIGHT),
                        thousandths(left, Picture.WIDTH),
                        thousandths(right, Picture.WIDTH));
    }

    /// A row beside the picture is mixed with it: where there is a bar, one more is left out.
    private static int dark(int from, int step, int most, IntPredicate dark) {
        var count = 0;
        while (count < most && dark.test(from + step * count)) {
            count++;
        }
        return count == 0 || count == most ? count : count + 1;
    }

    private static int thousandths(int part, int whole) {
        return part * 1000 / whole;
    }

    private boolean darkRow(int y) {
        return pictures.stream().allMatch(picture -> {
            var lit = 0;
            for (var x = 0; x < Picture.WIDTH; x++) {
                lit += picture.at(x, y) > DARK ? 1 : 0;
            }
            return lit <= LIT * Picture.WIDTH;
        });
    }

    private boolean darkColumn(int x) {
        return pictures.stream().allMatch(picture -> {
            var lit = 0;
            for (var y = 0; y < Picture.HEIGHT; y++) {
                lit += picture.at(x, y) > DARK ? 1 : 0;
            }
            return lit <= LIT * Picture.HEIGHT;
        });
    }
}
