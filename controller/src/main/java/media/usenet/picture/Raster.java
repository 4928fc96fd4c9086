package media.usenet.picture;

/// A part of a picture, scaled by area to a raster of few points.
final class Raster {

    /// A part of a picture, from 0 to 1 in both directions.
    record Part(double left, double top, double right, double bottom) {

        static final Part WHOLE = new Part(0, 0, 1, 1);

        /// The same part of what is left without bars.
        Part within(Bars bars) {
            var width = (1000 - bars.left() - bars.right()) / 1000.0;
            var height = (1000 - bars.top() - bars.bottom()) / 1000.0;
            var x = bars.left() / 1000.0;
            var y = bars.top() / 1000.0;
            return new Part(x + left * width, y + top * height, x + right * width, y + bottom * height);
        }

        static Part middle(double width, double height) {
            return new Part((1 - width) / 2, (1 - height) / 2, (1 + width) / 2, (1 + height) / 2);
        }
    }

    private Raster() {}

    static float[] of(Picture picture, Part part, int columns, int rows) {
        var raster = new float[columns * rows];
        var width = (part.right() - part.left()) * Picture.WIDTH / columns;
        var height = (part.bottom() - part.top()) * Picture.HEIGHT / rows;
        for (var row = 0; row < rows; row++) {
            for (var column = 0; column < columns; column++) {
                var x = part.left() * Picture.WIDTH + column * width;
                var y = part.top() * Picture.HEIGHT + row * height;
                raster[row * columns + column] = mean(picture, x, y, x + width, y + height);
            }
        }
        return raster;
    }

    private static float mean(Picture picture, double left, double top, double right, double bottom) {
        var sum = 0.0;
        var area = 0.0;
        for (var y = (int) top; y < bottom && y < Picture.HEIGHT; y++) {
            var height = Math.min(bottom, y + 1) - Math.max(top, y);
            for (var x = (int) left; x < right && x < Picture.WIDTH; x++) {
                var part = height * (Math.min(right, x + 1) - Math.max(left, x));
                sum += part * picture.at(x, y);
                area += part;
            }
        }
        return area == 0 ? 0 : (float) (sum / area);
    }

    static int deviation(Picture picture) {
        return deviation(of(picture, Part.middle(0.9, 0.9), 32, 18));
    }

    static int deviation(float[] raster) {
        var sum = 0.0;
        var squares = 0.0;
        for (var value : raster) {
            sum += value;
            squares += value * value;
        }
        var mean = sum / raster.length;
        return (int) Math.round(Math.sqrt(Math.max(0, squares / raster.length - mean * mean)));
    }

    /// Correlation of two rasters of one size: 1 for the same but for brightness and contrast; 0 when one is
    /// flat.
    static double likeness(float[] one, float[] other) {
        var n = one.length;
        double sumOne = 0;
        double sumOther = 0;
        for (var i = 0; i < n; i++) {
            sumOne += one[i];
            sumOther += other[i];
        }
        double together = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (var i = 0; i < n; i++) {
            var a = one[i] - sumOne / n;
            var b = other[i] - sumOther / n;
            together += a * b;
            squaresOne += a * a;
            squaresOther += b * b;
        }
        var flat = n * 4.0;
        return squaresOne < flat || squaresOther < flat ? 0 : together / Math.sqrt(squaresOne * squaresOther);
    }
}
