package media.usenet.cli;

import java.io.PrintStream;
import java.util.Collection;

/// The last lines of a terminal, rewritten in place.
final class LiveLines {

    private static final int MILLIS_BETWEEN_FIGURES = 80;

    private final PrintStream err;
    private final int width;
    private final Millis clock;
    private final StringBuilder settled = new StringBuilder();
    private int shown;
    private long lastShown;

    interface Millis {
        long now();
    }

    LiveLines(Session session) {
        var around = session.around();
        this.err = around.err();
        this.width = around.terminal().width();
        this.clock = around.clock()::millis;
    }

    long now() {
        return clock.now();
    }

    int width() {
        return width;
    }

    /// A line that will not change again: it stays, above all others.
    void settle(String line) {
        settled.append(fitted(line)).append("\u001b[K\n");
    }

    /// Writes over what stands there: up to its first line, each line anew to its end.
    ///
    /// @param figures whether only figures have changed, which is not worth showing each time
    void show(Collection<String> lines, boolean figures) {
        if (figures && clock.now() - lastShown < MILLIS_BETWEEN_FIGURES) {
            return;
        }
        var text = new StringBuilder();
        if (shown > 0) {
            text.append("\u001b[").append(shown).append("A\r");
        }
        text.append(settled);
        settled.setLength(0);
        lines.forEach(line -> text.append(fitted(line)).append("\u001b[K\n"));
        text.append(shown > lines.size() ? "\u001b[J" : "");
        err.print(text);
        err.flush();
        shown = lines.size();
        lastShown = clock.now();
    }

    private String fitted(String line) {
        var harmless = LogText.harmless(line);
        return harmless.length() < width ? harmless : harmless.substring(0, Math.max(0, width - 2)) + "…";
    }
}
