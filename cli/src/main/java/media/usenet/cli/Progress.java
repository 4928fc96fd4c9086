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
        if (session.quiet() || session.json()) {
            return new Silent();
        }
        return session.rewrites()
                ? new Live(new LiveLines(session))
                : new Lines(session.around().err());
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

    final class Live implements Progress {

        private static final int MOST_LINES = 12;

        private final LiveLines shown;
        private final LinkedHashMap<String, String> lines = new LinkedHashMap<>();
        private final Map<String, Rate> rates = new LinkedHashMap<>();

        Live(LiveLines shown) {
            this.shown = shown;
        }

        @Override
        public void step(JsonObject step) {
            var subject = step.text("subject", "");
            var settled = lines.size() >= MOST_LINES && !lines.containsKey(subject)
                    ? lines.pollFirstEntry().getValue()
                    : null;
            lines.put(subject, line(subject, step));
            if (settled != null) {
                shown.settle(settled);
            }
            shown.show(lines.values(), settled == null && step.has("total"));
        }

        @Override
        public void finish() {
            shown.show(lines.values(), false);
        }

        private String line(String subject, JsonObject step) {
            return subject
                    + " ".repeat(Math.max(1, 14 - subject.length()))
                    + step.text("text", "")
                    + figures(step)
                    + rate(subject, step);
        }

        private String rate(String subject, JsonObject step) {
            if (!step.has("total") || !step.text("unit", "").equals("bytes")) {
                return "";
            }
            var text = step.text("text", "");
            var rate = rates.get(subject);
            if (rate == null || !rate.text().equals(text)) {
                rate = new Rate(text, shown.now(), step.number("done", 0));
                rates.put(subject, rate);
            }
            return rate.figures(shown.now(), step.number("done", 0), step.number("total", 0));
        }
    }

    /// How fast one piece of work goes, measured from its first news.
    record Rate(String text, long start, double first) {

        /// Nothing within the first second: what is then said is wrong.
        String figures(long now, double done, double total) {
            double seconds = (now - start) / 1000.0;
            if (seconds < 1 || done <= first || done >= total) {
                return "";
            }
            double perSecond = (done - first) / seconds;
            return ", " + Figures.bytes(perSecond) + "/s, " + Figures.seconds(Math.round((total - done) / perSecond))
                    + " left";
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
