package media.usenet.cli;

import java.util.List;

/// `usenet hardware profile`: how much of the machine the services may use.
final class HardwareProfile implements Command {

    private static final String PATH = "/v1/hardware/profile";

    @Override
    public Manual manual() {
        return new Manual("profile", "how much of the machine the services may use: show it, or set it")
                .words("[list | set NAME]", "0..2", "list", "set", "auto")
                .example("usenet hardware profile list", "the profiles, the one in use, and why it is")
                .example("usenet hardware profile set light", "leave most of the machine to others")
                .exits(Exit.FAILED, Exit.USAGE, Exit.VALIDATION, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var words = given.words();
        if (words.isEmpty() || words.equals(List.of("list"))) {
            return list(session);
        } else if (words.size() == 2 && words.getFirst().equals("set")) {
            return set(session, words.get(1));
        }
        throw new CliProblem(
                Exit.USAGE,
                "USAGE",
                "'" + String.join(" ", words) + "' is not known to usenet hardware profile",
                "usenet hardware profile list, or usenet hardware profile set NAME");
    }

    private static int list(Session session) {
        var answer = session.controller().get(new Query(PATH));
        if (session.json()) {
            session.screen().unchanged(answer.text());
            return Exit.DONE.code;
        }
        var profile = answer.json();
        var current = profile.text("current", "unknown");
        var table = new Table(
                Column.whole(""),
                Column.whole("PROFILE"),
                Column.number("CPU"),
                Column.number("MEMORY"),
                Column.text("MEANING", 1));
        for (var each : profile.objects("profiles")) {
            var name = each.text("name", "?");
            table.row(
                    new Cell(name.equals(current) ? "*" : "", Tone.STRONG),
                    Cell.of(name),
                    Cell.of(each.text("cpuPercent", "?") + " %"),
                    Cell.of(each.text("memoryPercent", "?") + " %"),
                    Cell.of(each.text("meaning")));
        }
        session.screen().table(table);
        session.screen().line("");
        session.screen().paragraph(current + " is in use, ", reason(profile));
        return Exit.DONE.code;
    }

    private static String reason(JsonObject profile) {
        var because = profile.text("because", "for a reason unknown");
        return profile.text("chosen", "").equals("auto") ? "chosen by itself: " + because : "because: " + because;
    }

    private static int set(Session session, String name) {
        var answer = session.controller().put(new Query(PATH).with("name", name).with("dryRun", session.dryRun()));
        if (session.json()) {
            session.screen().unchanged(answer.text());
            return Exit.DONE.code;
        }
        var change = answer.json();
        var verb = session.dryRun() ? "profile would change from " : "profile changed from ";
        session.screen()
                .line(verb + change.text("from", "?") + " to " + change.text("to", name) + " in "
                        + change.text("file", "the settings"));
        if (!session.dryRun() && change.has("next")) {
            session.hint("  next: " + change.text("next"));
        }
        return Exit.DONE.code;
    }
}
