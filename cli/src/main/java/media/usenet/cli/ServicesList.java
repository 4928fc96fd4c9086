package media.usenet.cli;

import java.util.Locale;

/// `usenet services list`: the services of the stack.
final class ServicesList implements Command {

    @Override
    public Manual manual() {
        return new Manual("list", "the services of the stack, how they are, and where")
                .flag("-a --all", "those too that are in the catalog and not enabled")
                .example("usenet services list", "the services of this stack")
                .example("usenet services list --all", "everything that could run here")
                .exits(Exit.FAILED, Exit.USAGE, Exit.VALIDATION, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        boolean all = given.flag("--all");
        var answer = session.controller().get(new Query("/v1/services").with("all", all));
        if (session.json()) {
            session.screen().unchanged(answer.text());
            return Exit.DONE.code;
        }
        var services = answer.json().objects("services");
        if (services.isEmpty()) {
            session.screen().line("No service is enabled. usenet services list --all shows what there is.");
            return Exit.DONE.code;
        }
        session.screen().table(all ? catalog(services) : enabled(services));
        return Exit.DONE.code;
    }

    private static Table enabled(Iterable<JsonObject> services) {
        var table = new Table(
                Column.whole("SERVICE"),
                Column.whole("STATE"),
                Column.whole("HEALTH"),
                Column.text("URL", 3),
                Column.text("TITLE", 2),
                Column.tail("IMAGE", 1));
        for (var service : services) {
            table.row(
                    Cell.of(service.text("name")),
                    Cell.word(service.text("state")),
                    Cell.word(service.text("health")),
                    Cell.of(service.text("url")),
                    Cell.of(service.text("title")),
                    Cell.of(service.text("image")));
        }
        return table;
    }

    private static Table catalog(Iterable<JsonObject> services) {
        var table = new Table(
                Column.whole("SERVICE"),
                Column.whole("ENABLED"),
                Column.text("CATEGORY", 3),
                Column.text("STANDING", 4),
                Column.text("TITLE", 2),
                Column.tail("IMAGE", 1));
        for (var service : services) {
            table.row(
                    Cell.of(service.text("name")),
                    service.flag("enabled") ? new Cell("yes", Tone.GOOD) : new Cell("no", Tone.FAINT),
                    Cell.of(service.text("category", "unknown").toLowerCase(Locale.ROOT)),
                    Cell.of(standing(service)),
                    Cell.of(service.text("title")),
                    Cell.of(service.text("image")));
        }
        return table;
    }

    private static String standing(JsonObject service) {
        var standing = service.text("standing", "unknown").toLowerCase(Locale.ROOT);
        return service.has("replacedBy") ? standing + ", now " + service.text("replacedBy") : standing;
    }
}
