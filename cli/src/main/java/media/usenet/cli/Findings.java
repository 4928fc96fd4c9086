package media.usenet.cli;

import java.util.List;
import java.util.Locale;

/// Shows what is wrong, each with what to do about it.
final class Findings {

    private Findings() {}

    static void show(Screen screen, List<JsonObject> findings) {
        for (var finding : findings) {
            var severity = finding.text("severity", "ERROR");
            var label = severity.toLowerCase(Locale.ROOT) + ": ";
            var lines = Screen.broken(finding.text("text", "?"), Math.max(20, screen.width() - label.length()));
            screen.line(screen.toned(Tone.of(severity), label) + lines.getFirst());
            for (var line : lines.subList(1, lines.size())) {
                screen.line(" ".repeat(label.length()) + line);
            }
            if (finding.has("remedy")) {
                screen.paragraph("  try: ", finding.text("remedy", ""));
            }
        }
    }
}
