package media.usenet.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/// How far an operation is: one line for each subject, rewritten in place on a terminal; elsewhere a line for each
/// news.
sealed interface Progress {

    void step(JsonObject step);

    /// Leaves what was last shown in place.
    void finish();

    static Progress of(Session session) {
        var around = session.around();
        if (session.quiet() || session.json()) {
            return new Silent();
        }
        var dumb = "dumb".equals(around.environment().get("TERM"));
        return around.terminal().err() && !dumb
                ? new Live(around.err(), around.terminal().width(), around.clock()::millis)
                : new Lines(around.err());
    }

    final class Silent implements Progress {

        @Override
        public void step(JsonObject step) {}

        @Override
        public void finish() {}
    }

    /// Figures change too often to be worth a line each: only what is done is told, not how far it is.
    final class Lines implements Progress {

        private final PrintStream err;
        private final Map<String, String> last = new LinkedHashMap<>();

        Lines(PrintStream err) {
            this.err = err;
        }

        @Override
        public void step(JsonObject step) {
            var subject = step.text("subject", "");
            var text = step.text("text", "");
            if (!text.equals(last.put(subject, text))) {
                err.println(subject + ": " + text);
            }
        }

        @Override
        public void finish() {}
    }

    interface Millis {
        long now();
    }

    final class Live implements Progress {

        private static final int MOST_LINES = 12;
        private static final int MILLIS_BETWEEN_FIGURES = 80;

        private final PrintStream err;
        private final int width;
        private final Millis clock;
        private final LinkedHashMap<String, String> lines = new LinkedHashMap<>();
        private int shown;
        private long lastShown;

        Live(PrintStream err, int width, Millis clock) {
            this.err = err;
            this.width = width;
            this.clock = clock;
        }

        @Override
        public void step(JsonObject step) {
            var subject = step.text("subject", "");
            var settled = lines.size() >= MOST_LINES && !lines.containsKey(subject)
                    ? lines.pollFirstEntry().getValue()
                    : null;
            lines.put(subject, line(subject, step));
            if (settled != null || !step.has("total") || clock.now() - lastShown >= MILLIS_BETWEEN_FIGURES) {
                show(settled == null ? "" : settled + "\u001b[K\n");
            }
        }

        @Override
        public void finish() {
            show("");
        }

        /// Writes over what stands there: up to its first line, each line anew to its end.
        private void show(String settled) {
            var text = new StringBuilder();
            if (shown > 0) {
                text.append("\u001b[").append(shown).append("A\r");
            }
            text.append(settled);
            lines.values().forEach(line -> text.append(line).append("\u001b[K\n"));
            err.print(text);
            err.flush();
            shown = lines.size();
            lastShown = clock.now();
        }

        private String line(String subject, JsonObject step) {
            var line = subject + " ".repeat(Math.max(1, 14 - subject.length())) + step.text("text", "") + figures(step);
            return line.length() < width ? line : line.substring(0, Math.max(0, width - 2)) + "…";
        }
    }

    static String figures(JsonObject step) {
        if (!step.has("total")) {
            return "";
        }
        double done = step.number("done", 0);
        double total = step.number("total", 0);
        var figures = step.text("unit", "").equals("bytes")
                ? Figures.bytes(done) + " of " + Figures.bytes(total)
                : Math.round(done) + " of " + Math.round(total) + " " + step.text("unit", "");
        return "  " + figures.strip() + " (" + Figures.percent(done, total) + ")";
    }
}
