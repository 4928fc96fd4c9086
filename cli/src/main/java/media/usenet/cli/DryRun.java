package media.usenet.cli;

/// Shows what a command would do, step by step.
final class DryRun {

    private DryRun() {}

    /// @return as the command would end: 4 when something stands in its way
    static int show(Session session, Answer answer) {
        var preview = answer.json();
        boolean blocked = Findings.anyError(preview.objects("findings"));
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session, preview, blocked);
        }
        return blocked ? Exit.VALIDATION.code : Exit.DONE.code;
    }

    private static void show(Session session, JsonObject preview, boolean blocked) {
        var screen = session.screen();
        var steps = preview.texts("steps");
        screen.paragraph("", title(preview));
        for (var step : steps) {
            screen.paragraph("  would ", step);
        }
        if (!preview.objects("findings").isEmpty()) {
            screen.line("");
            Findings.show(screen, preview.objects("findings"));
        }
        screen.line("");
        screen.line(
                blocked
                        ? "Nothing can change before this is settled."
                        : steps.isEmpty() ? "Nothing would change." : "Nothing was changed.");
        if (!blocked && preview.has("next")) {
            session.hint("  next: " + preview.text("next"));
        }
    }

    private static String title(JsonObject preview) {
        var title = preview.text("command", "change") + ": " + preview.text("subject", "?");
        return preview.has("slot") ? title + ", slot " + preview.text("slot") : title;
    }
}
