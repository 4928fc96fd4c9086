package media.usenet.cli;

import java.util.List;

/// `usenet services url`: where the services' pages are.
final class ServicesUrl implements Command {

    @Override
    public Manual manual() {
        return new Manual("url", "where the services' pages are")
                .words("[SERVICE...]", "0..*")
                .example("usenet services url", "of all that have pages")
                .example("xdg-open $(usenet services url jellyfin)", "open one in the browser")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var answer = session.controller().get(new Query("/v1/services"));
        if (session.json()) {
            session.screen().unchanged(answer.text());
            return Exit.DONE.code;
        }
        var services = answer.json().objects("services");
        if (given.words().isEmpty()) {
            session.screen().table(table(services));
        }
        for (var name : given.words()) {
            session.screen().line(url(services, name));
        }
        return Exit.DONE.code;
    }

    private static Table table(List<JsonObject> services) {
        var table = new Table(Column.whole("SERVICE"), Column.whole("URL"));
        for (var service : services) {
            if (service.has("url")) {
                table.row(Cell.of(service.text("name")), Cell.of(service.text("url")));
            }
        }
        return table;
    }

    private static String url(List<JsonObject> services, String name) {
        for (var service : services) {
            if (service.text("name", "").equals(name)) {
                var url = service.text("url");
                if (url != null) {
                    return url;
                }
                throw new CliProblem(Exit.FAILED, "NO_URL", name + " has no pages", "usenet services url");
            }
        }
        throw new CliProblem(
                Exit.USAGE, "SERVICE_NOT_FOUND", "no service '" + name + "' is enabled", "usenet services list");
    }
}
