package media.usenet.cli;

import java.util.List;

/// `usenet jobs stats`: how jobs have fared.
final class JobsStats implements Command {

    @Override
    public Manual manual() {
        return new Manual("stats", "how jobs have fared: by hour, by kind, and what went wrong most")
                .option("--from", "TIME", "from then on: 2026-11-20T18:00:00Z; a day back where left out")
                .option("--to", "TIME", "until then; until now where left out")
                .example("usenet jobs stats", "the last day")
                .example("usenet jobs stats --from 2026-11-01T00:00:00Z --json", "longer, for programs")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var query = new Query("/v1/jobs/analytics")
                .with("from", given.text("--from"))
                .with("to", given.text("--to"));
        var answer = session.controller().get(query);
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session.screen(), answer.json());
        }
        return Exit.DONE.code;
    }

    private static void show(Screen screen, JsonObject stats) {
        screen.line(JobText.time(stats.text("from", "?")) + " to " + JobText.time(stats.text("to", "?")));
        screen.paragraph(
                "",
                stats.text("accepted", "?") + " accepted, " + stats.text("succeeded", "?") + " succeeded, "
                        + stats.text("failed", "?") + " failed, " + stats.text("dead", "?") + " dead, "
                        + stats.text("cancelled", "?") + " cancelled; " + rate(stats) + " of those that ended by"
                        + " themselves succeeded");
        table(screen, kinds(stats.objects("byType")));
        table(screen, hours(stats.objects("perHour")));
        errors(screen, stats.objects("topErrors"));
    }

    private static void table(Screen screen, Table table) {
        if (!table.isEmpty()) {
            screen.line("");
            screen.table(table);
        }
    }

    private static String rate(JsonObject object) {
        return object.has("successRate")
                ? Figures.tenths(100 * object.number("successRate", 0)) + " %"
                : "an unknown share";
    }

    private static Table kinds(List<JsonObject> kinds) {
        var table = new Table(
                Column.whole("KIND"),
                Column.number("ENDED"),
                Column.number("SUCCEEDED"),
                Column.number("RATE"),
                Column.number("MEAN TIME"),
                Column.number("MEAN WAIT"));
        for (var kind : kinds) {
            table.row(
                    Cell.of(kind.text("type")),
                    Cell.of(kind.text("ended")),
                    Cell.of(kind.text("succeeded")),
                    Cell.of(kind.has("successRate") ? rate(kind) : null),
                    seconds(kind, "meanSeconds"),
                    seconds(kind, "meanWaitSeconds"));
        }
        return table;
    }

    private static Cell seconds(JsonObject object, String key) {
        return Cell.of(object.has(key) ? Figures.seconds(Math.round(object.number(key, 0))) : null);
    }

    private static Table hours(List<JsonObject> hours) {
        var table = new Table(
                Column.whole("HOUR"),
                Column.number("ACCEPTED"),
                Column.number("SUCCEEDED"),
                Column.number("FAILED"),
                Column.number("CANCELLED"));
        for (var hour : hours) {
            var time = hour.text("hour", "?");
            table.row(
                    Cell.of(time.length() > 16 ? time.substring(0, 10) + " " + time.substring(11, 16) : time),
                    Cell.of(hour.text("accepted")),
                    Cell.of(hour.text("succeeded")),
                    Cell.of(hour.text("failed")),
                    Cell.of(hour.text("cancelled")));
        }
        return table;
    }

    private static void errors(Screen screen, List<JsonObject> errors) {
        if (!errors.isEmpty()) {
            screen.line("");
        }
        for (var error : errors) {
            screen.paragraph(
                    Tone.BAD,
                    error.text("class", "unknown") + ": ",
                    error.text("detail", "?") + "; " + error.text("jobs", "?") + " jobs, the last "
                            + JobText.time(error.text("lastAt", "at a time unknown")));
        }
    }
}
