package media.usenet.cli;

/// `usenet services stats`: what the running services use now.
final class ServicesStats implements Command {

    @Override
    public Manual manual() {
        return new Manual("stats", "what each running service uses: CPU, memory, network, drives")
                .example("usenet services stats", "all that run")
                .example("usenet services stats --json", "in bytes and percent, for programs")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE, Exit.DOCKER);
    }

    @Override
    public int run(Session session, Given given) {
        var answer = session.controller().get(new Query("/v1/services/stats"));
        if (session.json()) {
            session.screen().unchanged(answer.text());
            return Exit.DONE.code;
        }
        var table = table(answer.json());
        if (table.isEmpty()) {
            session.screen().line("No service is running.");
        } else {
            session.screen().table(table);
        }
        return Exit.DONE.code;
    }

    private static Table table(JsonObject stats) {
        var table = new Table(
                Column.whole("SERVICE"),
                Column.number("CPU"),
                Column.number("MEMORY"),
                new Column("LIMIT", Column.Side.RIGHT, 4, Column.Side.LEFT),
                new Column("NET IN", Column.Side.RIGHT, 3, Column.Side.LEFT),
                new Column("NET OUT", Column.Side.RIGHT, 3, Column.Side.LEFT),
                new Column("READ", Column.Side.RIGHT, 2, Column.Side.LEFT),
                new Column("WRITTEN", Column.Side.RIGHT, 2, Column.Side.LEFT),
                new Column("PROCESSES", Column.Side.RIGHT, 1, Column.Side.LEFT));
        for (var service : stats.objects("services")) {
            table.row(
                    Cell.of(service.text("name")),
                    Cell.of(service.has("cpuPercent") ? Figures.tenths(service.number("cpuPercent", 0)) + " %" : null),
                    Cell.figure(service, "memoryBytes", true),
                    Cell.figure(service, "memoryLimitBytes", true),
                    Cell.figure(service, "networkReadBytes", true),
                    Cell.figure(service, "networkWrittenBytes", true),
                    Cell.figure(service, "diskReadBytes", true),
                    Cell.figure(service, "diskWrittenBytes", true),
                    Cell.figure(service, "processes", false));
        }
        return table;
    }
}
