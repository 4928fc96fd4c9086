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
            screen.paragraph(Tone.of(severity), label, finding.text("text", "?"));
            if (finding.has("remedy")) {
                screen.paragraph("  try: ", finding.text("remedy", ""));
            }
        }
    }

    /// Whether one of them says that something does not work.
    static boolean anyError(List<JsonObject> findings) {
        return findings.stream()
                .anyMatch(finding -> finding.text("severity", "").equals("ERROR"));
    }
}
