package media.usenet.cli;

import org.jspecify.annotations.Nullable;

/// `usenet services status|health`: how well the services are, as last seen or asked now.
final class ServicesStatus implements Command {

    private final Manual manual;
    private final boolean asksNow;

    private ServicesStatus(Manual manual, boolean asksNow) {
        this.manual = manual.exits(Exit.FAILED, Exit.USAGE, Exit.VALIDATION, Exit.UNREACHABLE, Exit.DOCKER);
        this.asksNow = asksNow;
    }

    static ServicesStatus status() {
        var manual = new Manual("status", "how well the services are, what is wrong, and what to do")
                .services()
                .example("usenet services status", "the whole stack")
                .example("usenet services status sonarr radarr", "only these");
        return new ServicesStatus(manual, false);
    }

    static ServicesStatus health() {
        var manual = new Manual("health", "asks every service now; ends with 1 when one is not well")
                .services()
                .example("usenet services health", "ask each of them now")
                .example("usenet services health --quiet || echo 'look at me'", "from cron or a script");
        return new ServicesStatus(manual, true);
    }

    @Override
    public Manual manual() {
        return manual;
    }

    @Override
    public int run(Session session, Given given) {
        var answer = session.controller().get(given.services("/v1/services/" + manual.name()));
        var status = answer.json();
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else if (!asksNow || !session.quiet()) {
            show(session, status);
        }
        return asksNow && Findings.anyError(status.objects("findings")) ? Exit.FAILED.code : Exit.DONE.code;
    }

    private static void show(Session session, JsonObject status) {
        var screen = session.screen();
        var engine = status.object("engine");
        screen.paragraph(
                "Score " + status.text("score", "unknown") + " of 100: ",
                status.text("running", "?") + " of " + status.text("enabled", "?") + " running, "
                        + status.text("healthy", "?") + " healthy. Docker " + engine.text("version", "unknown")
                        + ", Compose " + engine.text("compose", "unknown"));
        screen.line("");
        screen.table(table(status, session.clock().instant().getEpochSecond()));
        if (!status.objects("findings").isEmpty()) {
            screen.line("");
            Findings.show(screen, status.objects("findings"));
        }
    }

    private static Table table(JsonObject status, long now) {
        var table = new Table(
                Column.whole("SERVICE"),
                Column.whole("STATE"),
                Column.whole("HEALTH"),
                Column.number("SCORE"),
                Column.number("RESTARTS"),
                Column.number("SINCE"),
                Column.text("BECAUSE", 1));
        for (var service : status.objects("services")) {
            table.row(
                    Cell.of(service.text("name")),
                    Cell.word(service.text("state")),
                    Cell.word(service.text("health")),
                    Cell.of(service.text("score")),
                    Cell.of(service.text("restarts")),
                    Cell.of(since(service.text("since"), now)),
                    Cell.of(service.text("because")));
        }
        return table;
    }

    private static @Nullable String since(@Nullable String time, long now) {
        var start = Figures.epochSeconds(time);
        return start == null ? null : Figures.seconds(now - start);
    }
}
