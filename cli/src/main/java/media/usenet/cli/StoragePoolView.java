package media.usenet.cli;

import java.util.List;

/// Shows the union: its drives, where new files go, and whether the programs that scan it are held.
final class StoragePoolView {

    private StoragePoolView() {}

    static int show(Session session) {
        var answer = session.controller().get(StorageChange.query("/pool"));
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session, answer.json());
        }
        return Exit.DONE.code;
    }

    private static void show(Session session, JsonObject pool) {
        var screen = session.screen();
        if (pool.has("union")) {
            union(screen, pool.object("union"));
        } else {
            screen.line("There is no union: each drive is a folder of its own.");
            session.hint("  next: usenet storage pool create SLOT SLOT");
        }
        hold(session, pool.object("hold"));
        if (!pool.objects("findings").isEmpty()) {
            screen.line("");
            Findings.show(screen, pool.objects("findings"));
        }
    }

    private static void hold(Session session, JsonObject hold) {
        if (hold.flag("active")) {
            var start = Figures.epochSeconds(hold.text("since"));
            long now = session.clock().instant().getEpochSecond();
            session.screen().line("");
            session.screen()
                    .paragraph(
                            Tone.WARNING,
                            "on hold" + (start == null ? "" : " for " + Figures.seconds(now - start)) + ": ",
                            hold.text("because", "a drive is missing"));
        }
    }

    private static void union(Screen screen, JsonObject union) {
        var state = Cell.word(union.text("state", "UNKNOWN"));
        screen.line("Union " + union.text("slot", "?") + " is " + screen.toned(state.tone(), state.text()));
        screen.paragraph("  ", rules(union));
        screen.line("");
        screen.table(table(union.objects("branches")));
    }

    private static String rules(JsonObject union) {
        var minimum = union.has("minFreeBytes")
                ? "; " + Figures.bytes(union.number("minFreeBytes", 0)) + " stay free on each drive"
                : "";
        return "new files by policy " + union.text("createPolicy", "unknown") + minimum
                + (union.flag("moveOnNoSpace") ? "; a file moves on when its drive is full" : "");
    }

    private static Table table(List<JsonObject> branches) {
        var table = new Table(Column.whole("SLOT"), Column.whole("MODE"), Column.whole("PRESENT"));
        for (var branch : branches) {
            table.row(
                    Cell.of(branch.text("slot")),
                    Cell.word(branch.text("mode")),
                    branch.flag("present") ? new Cell("yes", Tone.GOOD) : new Cell("no", Tone.BAD));
        }
        return table;
    }
}
