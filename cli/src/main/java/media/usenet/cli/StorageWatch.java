package media.usenet.cli;

import java.io.IOException;
import java.util.Locale;

/// `usenet storage watch`: what happens to drives, as it happens.
final class StorageWatch implements Command {

    private static final int USUAL_KIND = 8;
    private static final int USUAL_SLOT = 7;

    @Override
    public Manual manual() {
        return new Manual("watch", "what happens to drives, as it happens, and how long it took")
                .about("Goes on until interrupted, also over a restart of the controller. Times of day are UTC.")
                .example("usenet storage watch", "then plug a drive in, or pull one")
                .example("usenet storage watch --json | jq .millis", "one JSON object a line, for programs")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE, Exit.INTERRUPTED);
    }

    @Override
    public int run(Session session, Given given) {
        var feed = new EventFeed(
                session.controller(),
                StorageChange.query("/events"),
                session.around().patience(),
                false);
        var text = new Text(session.screen());
        feed.follow(event -> {
            if (session.json()) {
                session.screen().unchanged(event.data().replace('\n', ' '));
            } else {
                text.show(JsonObject.parse(event.data()));
            }
            return session.screen().flush();
        });
        return Exit.DONE.code;
    }

    private static final class Text {

        private final Screen screen;
        private int kindWidth = USUAL_KIND;
        private int slotWidth = USUAL_SLOT;

        Text(Screen screen) {
            this.screen = screen;
        }

        void show(JsonObject event) throws IOException {
            var kind = event.text("kind", "?").toLowerCase(Locale.ROOT).replace('_', ' ');
            var slot = LogText.harmless(event.text("slot", "-"));
            kindWidth = Math.max(kindWidth, kind.length());
            slotWidth = Math.max(slotWidth, slot.length());
            screen.paragraph(
                    clock(event.text("time", "")) + "  " + padded(kind, kindWidth) + "  " + padded(slot, slotWidth)
                            + "  ",
                    event.text("text", "") + took(event));
        }

        private static String took(JsonObject event) {
            if (!event.has("millis")) {
                return "";
            }
            var steps = event.objects("steps");
            return "  " + Figures.tenths(event.number("millis", 0)) + " ms"
                    + (steps.isEmpty() ? "" : ": " + Steps.text(steps));
        }

        /// `09:31:12.520` of `2026-11-21T09:31:12.520Z`, and of a time with more or fewer digits.
        private static String clock(String time) {
            int end = time.length() - (time.endsWith("Z") ? 1 : 0);
            if (end < 19 || time.charAt(10) != 'T') {
                return time;
            }
            var fraction = end > 20 ? time.substring(20, end) : "";
            return time.substring(11, 19) + "." + (fraction + "000").substring(0, 3);
        }

        private static String padded(String text, int width) {
            return text + " ".repeat(width - text.length());
        }
    }
}
