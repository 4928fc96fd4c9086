package media.usenet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Shows what would change: each service with its differences and the decisions behind them.
final class Preview {

    private final Screen screen;

    private Preview(Screen screen) {
        this.screen = screen;
    }

    /// @param command what makes it real
    /// @return as `command` would end: 4 when something stands in its way
    static int show(Session session, Answer answer, String command) {
        var preview = answer.json();
        var blockers = preview.objects("blockers");
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            new Preview(session.screen()).show(preview, blockers);
            if (blockers.isEmpty() && preview.number("changes", 0) > 0) {
                session.hint("  next: " + command);
            }
        }
        return blockers.isEmpty() ? Exit.DONE.code : Exit.VALIDATION.code;
    }

    private void show(JsonObject preview, List<JsonObject> blockers) {
        var unchanged = new ArrayList<String>();
        stack(preview.objects("stack"));
        for (var service : preview.objects("services")) {
            if (service.text("action", "NONE").equals("NONE")) {
                unchanged.add(service.text("name", "?"));
            } else {
                service(service);
            }
        }
        if (!unchanged.isEmpty()) {
            screen.paragraph("= unchanged  ", String.join(", ", unchanged));
            screen.line("");
        }
        var findings = new ArrayList<>(preview.objects("findings"));
        findings.addAll(blockers);
        if (!findings.isEmpty()) {
            Findings.show(screen, findings);
            screen.line("");
        }
        screen.line(summary(preview, blockers));
    }

    private void stack(List<JsonObject> decisions) {
        if (!decisions.isEmpty()) {
            screen.line(screen.toned(Tone.STRONG, "the whole stack"));
            decisions(decisions);
            screen.line("");
        }
    }

    private void service(JsonObject service) {
        var action = service.text("action", "?");
        var tone = Tone.of(action);
        screen.line(screen.toned(tone, sign(tone)) + " "
                + screen.toned(Tone.STRONG, service.text("name", "?")) + "  "
                + screen.toned(tone, action.toLowerCase(Locale.ROOT)));
        for (var difference : service.objects("differences")) {
            screen.paragraph(
                    "    " + difference.text("key", "?") + ": ",
                    difference.text("from", "(nothing)") + " -> " + difference.text("to", "(nothing)"));
        }
        decisions(service.objects("decisions"));
        screen.line("");
    }

    private static String sign(Tone tone) {
        return tone == Tone.GOOD ? "+" : tone == Tone.BAD ? "-" : "~";
    }

    private void decisions(List<JsonObject> decisions) {
        for (var decision : decisions) {
            var label = "    " + decision.text("topic", "?") + "  ";
            screen.paragraph(label, decision.text("what", "?"));
            if (decision.has("because")) {
                screen.paragraph(" ".repeat(label.length()) + "because ", decision.text("because", ""));
            }
        }
    }

    private static String summary(JsonObject preview, List<JsonObject> blockers) {
        if (!blockers.isEmpty()) {
            return "Nothing can change before this is settled.";
        }
        long changes = Math.round(preview.number("changes", 0));
        return changes == 0
                ? "Nothing would change."
                : changes == 1 ? "1 service would change." : changes + " services would change.";
    }
}
