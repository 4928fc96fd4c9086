package media.usenet.cli;

import java.util.List;

/// `usenet storage who`: what holds files on a drive.
final class StorageWho implements Command {

    @Override
    public Manual manual() {
        return new Manual("who", "which services and programs hold files on a drive")
                .about("A program that runs outside of all services has none.")
                .words("DRIVE", "0..1")
                .example("usenet storage who films", "before it is ejected")
                .example("usenet storage who films --json", "for programs")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var drive = given.word("DRIVE", "usenet storage who");
        var answer = session.controller().get(StorageChange.query(StorageChange.drive(drive) + "/holders"));
        if (session.json()) {
            session.screen().unchanged(answer.text());
            return Exit.DONE.code;
        }
        var holders = answer.json().objects("holders");
        if (holders.isEmpty()) {
            session.screen().line("Nothing holds a file on " + answer.json().text("slot", drive) + ".");
        } else {
            session.screen().table(table(holders));
        }
        Findings.show(session.screen(), answer.json().objects("findings"));
        return Exit.DONE.code;
    }

    /// A program outside all containers has no service.
    static Table table(List<JsonObject> holders) {
        var table = new Table(
                Column.whole("SERVICE"),
                Column.text("PROGRAM", 2),
                Column.number("PID"),
                Column.whole("WRITES"),
                Column.tail("PATH", 1));
        for (var holder : holders) {
            table.row(
                    Cell.of(holder.text("service", holder.text("container", ""))),
                    Cell.of(holder.text("program")),
                    Cell.of(holder.text("pid")),
                    holder.flag("writes") ? new Cell("yes", Tone.WARNING) : new Cell("no", Tone.FAINT),
                    Cell.of(holder.text("path")));
        }
        return table;
    }
}
