package media.usenet.drawing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Figures and marks, drawn as lines: a machine without a screen has no fonts.
final class Lettering {

    /// Ten units high.
    private static final double UNITS = 10;

    private static final double GAP = 2.2;
    private static final double THICKNESS = 1.25;

    private record Glyph(double width, List<Stroke> strokes) {}

    private static final Map<Character, Glyph> GLYPHS = Map.ofEntries(
            glyph('0', 6, "M 3 0 C 5 0 6 2 6 5 C 6 8 5 10 3 10 C 1 10 0 8 0 5 C 0 2 1 0 3 0"),
            glyph('1', 4, "M 0.6 2.2 L 3.2 0 L 3.2 10"),
            glyph('2', 6, "M 0.3 2.6 C 0.5 -0.9 6 -0.9 5.7 2.8 C 5.6 4.6 2 7 0.2 10 L 6 10"),
            glyph(
                    '3',
                    6,
                    "M 0.4 1.6 C 1.4 -0.6 5.6 -0.6 5.5 2.4 C 5.4 4.6 3.4 4.7 2.4 4.7"
                            + " C 4.4 4.7 6 5.4 6 7.2 C 6 10.8 1 10.9 0 8.2"),
            glyph('4', 6.4, "M 4.6 10 L 4.6 0 L 0 7 L 6.4 7"),
            glyph('5', 6, "M 5.5 0 L 1 0 L 0.6 4.6 C 2.4 3 6 3.4 6 6.8 C 6 10.6 1.2 10.8 0 8.4"),
            glyph('6', 6, "M 5.2 0.5 C 1.6 -0.7 0 3 0 6.8 C 0 11 6 11 6 6.8 C 6 3 1 2.8 0 6.4"),
            glyph('7', 6, "M 0 0 L 6 0 L 2 10"),
            glyph(
                    '8',
                    6,
                    "M 3 0 C 6.6 0 6.3 4.6 3 4.6 C -0.3 4.6 -0.6 0 3 0"
                            + " M 3 4.6 C 7 4.6 6.9 10 3 10 C -0.9 10 -1 4.6 3 4.6"),
            glyph('9', 6, "M 0.8 9.5 C 4.4 10.7 6 7 6 3.2 C 6 -1 0 -1 0 3.2 C 0 7 5 7.2 6 3.6"),
            glyph(':', 0.8, "M 0.4 3 L 0.4 3.1 M 0.4 8.4 L 0.4 8.5"),
            glyph('.', 0.8, "M 0.4 9.8 L 0.4 9.9"),
            glyph(
                    '%',
                    9,
                    "M 7.6 0 L 1.4 10 M 2 0 C 4.6 0 4.6 4 2 4 C -0.6 4 -0.6 0 2 0"
                            + " M 7 6 C 9.6 6 9.6 10 7 10 C 4.4 10 4.4 6 7 6"),
            glyph(' ', 2, ""),
            glyph('+', 6, "M 3 2.6 L 3 8.6 M 0 5.6 L 6 5.6"),
            glyph('\u2713', 9, "M 0 5.4 L 3.2 9 L 9 1"),
            glyph('\u2717', 8, "M 0 1 L 8 9 M 8 1 L 0 9"));

    private Lettering() {}

    private static Map.Entry<Character, Glyph> glyph(char character, double width, String path) {
        return Map.entry(character, new Glyph(width, Stroke.read(path)));
    }

    /// What can be written.
    static String alphabet() {
        return GLYPHS.keySet().stream().map(String::valueOf).sorted().collect(Collectors.joining());
    }

    static double width(String text, double height) {
        return text.chars().mapToDouble(at -> glyph(at).width() + GAP).sum() * height / UNITS - GAP * height / UNITS;
    }

    static void write(Canvas canvas, String text, double left, double top, double height, Colour colour) {
        double x = left;
        double scale = height / UNITS;
        for (int at = 0; at < text.length(); at++) {
            var glyph = glyph(text.charAt(at));
            for (var stroke : glyph.strokes()) {
                canvas.line(stroke.placed(x, top, scale), THICKNESS * scale, colour);
            }
            x += (glyph.width() + GAP) * scale;
        }
    }

    static void centre(Canvas canvas, String text, double middle, double top, double height, Colour colour) {
        write(canvas, text, middle - width(text, height) / 2, top, height, colour);
    }

    private static Glyph glyph(int character) {
        var glyph = GLYPHS.get((char) character);
        if (glyph == null) {
            throw new IllegalArgumentException("cannot write '%c'".formatted(character));
        }
        return glyph;
    }
}
