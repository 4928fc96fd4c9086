package media.usenet.cli;

/// `usenet media quality`: the guide that copies are weighed by.
final class MediaQuality implements Command {

    private static final String PLACE = "/v1/quality";

    @Override
    public Manual manual() {
        return new Manual("quality", "the guide that copies of a work are weighed by")
                .about("The guide is a checkout of TRaSH-Guides that quality.guide names, or one that is built in;"
                        + " quality.films and quality.series choose a profile of it. A scan of duplicates uses it.")
                .flag("--refresh", "reads the guide's folder anew, after a git pull")
                .example("usenet media quality", "which profiles there are, and which are used")
                .example("usenet media quality --refresh", "after a git pull")
                .exits(Exit.FAILED, Exit.USAGE, Exit.VALIDATION, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var controller = session.controller();
        var answer = given.flag("--refresh") && !session.dryRun()
                ? controller.post(new Query(PLACE + "/refresh"), null)
                : controller.get(new Query(PLACE));
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            answer.json().objects("guides").forEach(guide -> show(session, guide));
        }
        return Exit.DONE.code;
    }

    private static void show(Session session, JsonObject guide) {
        var screen = session.screen();
        screen.line(screen.toned(Tone.STRONG, LogText.harmless(guide.text("content", "?"))) + "  "
                + guide.text("formats", "?") + " formats, " + LogText.harmless(guide.text("origin", "?")));
        var chosen = guide.text("chosen", "");
        var table = new Table(Column.whole("USED"), Column.text("PROFILE", 2), Column.text("ENOUGH", 1));
        for (var profile : guide.objects("profiles")) {
            var name = profile.text("name", "?");
            table.row(Cell.of(name.equals(chosen) ? "yes" : ""), Cell.of(name), Cell.of(profile.text("cutoff")));
        }
        screen.table(table);
        for (var flaw : guide.objects("flaws")) {
            screen.paragraph(
                    "  not used: ", LogText.harmless(flaw.text("where", "?") + ": " + flaw.text("message", "")));
        }
        session.hint("");
    }
}
