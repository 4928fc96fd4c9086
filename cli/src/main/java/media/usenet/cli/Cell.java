package media.usenet.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One field of a table.
record Cell(String text, Tone tone) {

    private static final Cell NOTHING = new Cell("-", Tone.FAINT);

    /// What is not known is shown as `-`.
    static Cell of(@Nullable String text) {
        return text == null || text.isEmpty() ? NOTHING : new Cell(LogText.harmless(text), Tone.PLAIN);
    }

    /// A word of the controller's, `RUNNING`, as people read it.
    static Cell word(@Nullable String word) {
        return word == null ? NOTHING : new Cell(word.toLowerCase(Locale.ROOT).replace('_', ' '), Tone.of(word));
    }

    static Cell driveSize(JsonObject object, String key) {
        return object.has(key) ? of(Figures.driveSize(object.number(key, 0))) : NOTHING;
    }

    static Cell figure(JsonObject object, String key, boolean bytes) {
        double figure = object.number(key, Double.NaN);
        if (Double.isNaN(figure)) {
            return NOTHING;
        }
        return of(bytes ? Figures.bytes(figure) : Long.toString(Math.round(figure)));
    }
}
