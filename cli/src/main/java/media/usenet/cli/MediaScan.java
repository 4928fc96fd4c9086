package media.usenet.cli;

import java.util.ArrayList;
import java.util.List;

/// `usenet media scan`: brings the library up to what is on the drives.
final class MediaScan implements Command {

    private static final String STATUS = "--status";

    @Override
    public Manual manual() {
        return new Manual("scan", "finds new and changed media files, and what is in them")
                .about(
                        "Without PATH everything that is there. PATH is a file or a folder of the library. Files of a drive"
                                + " that is not there stay in the library, as unknown.")
                .words("[PATH...]", "0..*")
                .option("--slot", "NAME", "this drive alone; several with commas")
                .flag("--again", "look into files though they did not change")
                .flag(STATUS, "scan nothing: show drives and folders, and what the last scans came to")
                .example("usenet media scan --dry-run", "what a scan would find")
                .example("usenet media scan ~/films/Heat.mkv --again", "one file anew")
                .exits(Exit.FAILED, Exit.USAGE, Exit.PART, Exit.UNREACHABLE, Exit.INTERRUPTED);
    }

    @Override
    public int run(Session session, Given given) {
        if (given.flag(STATUS)) {
            return status(session);
        }
        var controller = session.controller();
        var query = new Query("/v1/library/scan").with("dryRun", session.dryRun());
        var slot = given.text("--slot");
        var body = new JsonFields()
                .with("slots", slot == null ? null : List.of(slot.split(",", -1)))
                .with("paths", paths(given))
                .with("again", given.flag("--again"))
                .json();
        var answer = controller.post(query, body);
        return answer.accepted()
                ? new Operation(session, controller, answer.json()).watch()
                : DryRun.show(session, answer);
    }

    private static List<String> paths(Given given) {
        var paths = new ArrayList<String>();
        for (var word : given.words()) {
            paths.add(MediaSource.path(word));
        }
        return paths;
    }

    private static int status(Session session) {
        var answer = session.controller().get(new Query("/v1/library"));
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session.screen(), answer.json());
        }
        return Exit.DONE.code;
    }

    private static void show(Screen screen, JsonObject library) {
        var table = new Table(
                Column.text("SLOT", 3),
                Column.whole("IS"),
                Column.number("FILES"),
                Column.number("SIZE"),
                Column.tail("PLACE", 2));
        for (var root : library.objects("roots")) {
            table.row(
                    Cell.of(root.text("slot")),
                    Cell.word(root.flag("online") ? "there" : "not there"),
                    Cell.of(root.text("files")),
                    Cell.of(Figures.bytes(root.number("bytes", 0))),
                    Cell.of(root.text("path")));
        }
        screen.table(table);
        screen.line("");
        screen.paragraph(
                "",
                library.has("watching")
                        ? "Changes are not seen as they happen: " + library.text("watching")
                        : "Changes are seen as they happen.");
        library.objects("scans").stream().limit(1).forEach(scan -> last(screen, scan));
    }

    private static void last(Screen screen, JsonObject scan) {
        screen.paragraph(
                "",
                "Last scan, " + scan.text("started", "?") + ": " + scan.text("files", "0") + " files, "
                        + scan.text("added", "0") + " new, " + scan.text("changed", "0") + " changed, "
                        + scan.text("gone", "0") + " gone, " + scan.text("probed", "0") + " looked into.");
        Findings.show(screen, scan.objects("findings"));
    }
}
