package media.usenet.cli;

import java.io.IOException;

/// Shows log lines, each after the name of its service.
final class LogText {

    private static final int USUAL_NAME = 11;

    private final Screen screen;
    private final boolean timestamps;
    private int nameWidth = USUAL_NAME;

    LogText(Screen screen, boolean timestamps) {
        this.screen = screen;
        this.timestamps = timestamps;
    }

    void show(String json) {
        JsonObject line;
        try {
            line = JsonObject.parse(json);
        } catch (IOException e) {
            throw new CliProblem(
                    Exit.UNREACHABLE,
                    "ANSWER_UNREADABLE",
                    "the controller sent a log line that is no JSON object",
                    "usenet version shows whether a controller of the same version listens there");
        }
        var service = line.text("service", "?");
        nameWidth = Math.max(nameWidth, service.length());
        var name = screen.toned(
                line.text("stream", "").equals("stderr") ? Tone.WARNING : Tone.FAINT,
                service + " ".repeat(nameWidth - service.length()));
        var time = timestamps ? line.text("time", "?") + "  " : "";
        screen.line(name + " | " + time + harmless(line.text("line", "")));
    }

    /// Without control characters: a service must not be able to move the cursor or set the terminal's title.
    static String harmless(String text) {
        var harmless = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == 0x1b) {
                at = endOfEscape(text, at);
            } else if (sign == '\t' || !Character.isISOControl(sign)) {
                harmless.append(sign);
            }
        }
        return harmless.toString();
    }

    /// The last character of `ESC [ ... letter`, as colours are written; of any other escape its first two.
    private static int endOfEscape(String text, int escape) {
        int at = escape + 1;
        if (at < text.length() && text.charAt(at) == '[') {
            do {
                at++;
            } while (at < text.length() && (text.charAt(at) < '@' || text.charAt(at) > '~'));
        }
        return at;
    }
}
